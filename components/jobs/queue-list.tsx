import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { QueueView } from "@/lib/jobs/view";

const counted = ["waiting", "later", "active", "retrying", "failed", "done"] as const;

/** How each kind of work stands: a block each, which reads on a phone as on a desk. */
export function QueueList({ queues }: { queues: QueueView[] }) {
  return (
    <ul>
      {queues.map((queue) => (
        <li key={queue.name} className="border-t border-hairline py-4">
          <Queue queue={queue} />
        </li>
      ))}
    </ul>
  );
}

function Queue({ queue }: { queue: QueueView }) {
  const t = useTranslations("jobs");
  return (
    <>
      <h3 className="font-semibold">
        {t.has(`kind.${queue.name}`) ? t(`kind.${queue.name}`) : queue.name}
      </h3>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {counted.map((state) => (
          <div key={state}>
            <dt className="text-muted">{t(`counts.${state}`)}</dt>
            <dd className="tabular-nums">{queue[state]}</dd>
          </div>
        ))}
        <div>
          <dt className="text-muted">{t("lastRun")}</dt>
          <dd>{queue.lastRun ? <Time value={queue.lastRun} precision="minute" /> : t("never")}</dd>
        </div>
        <div>
          <dt className="text-muted">{t("nextRun")}</dt>
          <dd>
            {queue.nextRun ? <Time value={queue.nextRun} precision="minute" /> : t("onDemand")}
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t("lastError")}</dt>
          <dd className="[overflow-wrap:anywhere]">{queue.lastError ?? t("none")}</dd>
        </div>
      </dl>
    </>
  );
}
