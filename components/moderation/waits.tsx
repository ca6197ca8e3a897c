import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import type { WaitsView } from "@/lib/moderation/queue-view";

/** How much waits and since when, how long things waited, and how much was decided each day. */
export function Waits({ waits: { waiting, decided, days } }: { waits: WaitsView }) {
  const t = useTranslations("moderation.waits");
  const causes = useTranslations("moderation.cause");
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <div className="max-w-measure space-y-10">
      <Part title={t("now")}>
        {waiting.length === 0 ? (
          <p>{t("nothing")}</p>
        ) : (
          <Table head={[t("cause"), t("count"), t("oldest")]}>
            {waiting.map(({ cause, count, oldest }) => (
              <tr key={cause} className="border-t border-hairline">
                <th scope="row" className="py-2 pe-4 text-start font-normal">
                  {causes(cause)}
                </th>
                <td className="py-2 pe-4 text-end tabular-nums">{count}</td>
                <td className="py-2 text-end">
                  <Time value={oldest} precision="minute" />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Part>
      <Before decided={decided} />
      {days.length > 0 ? (
        <Part title={t("perDay")}>
          <Table head={[t("day"), t("count"), ""]}>
            {days.map(({ day, count }) => (
              <tr key={day} className="border-t border-hairline">
                <th scope="row" className="py-1.5 pe-4 text-start font-normal whitespace-nowrap">
                  <Time value={`${day}T12:00:00.000Z`} />
                </th>
                <td className="py-1.5 pe-4 text-end tabular-nums">{count}</td>
                <td className="w-1/2 py-1.5" aria-hidden="true">
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full">
                    <rect width={(100 * count) / most} height="8" className="fill-current" />
                  </svg>
                </td>
              </tr>
            ))}
          </Table>
        </Part>
      ) : null}
    </div>
  );
}

function Before({ decided }: Pick<WaitsView, "decided">) {
  const t = useTranslations("moderation.waits");
  const took = (hours: number) =>
    hours < 1 ? t("minutes", { minutes: Math.ceil(hours * 60) }) : t("hours", { hours });
  return (
    <Part title={t("before")}>
      {decided ? (
        <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2">
          <dt>{t("decided")}</dt>
          <dd className="text-end tabular-nums">{decided.count}</dd>
          <dt>{t("median")}</dt>
          <dd className="text-end tabular-nums">{took(decided.medianHours)}</dd>
          <dt>{t("ninetieth")}</dt>
          <dd className="text-end tabular-nums">{took(decided.ninetiethHours)}</dd>
        </dl>
      ) : (
        <p>{t("none")}</p>
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="text-sm">
      <h2 className="mb-3 border-t border-ink pt-2 text-lg">{title}</h2>
      {children}
    </section>
  );
}

function Table({ head, children }: { head: readonly string[]; children: ReactNode }) {
  const [first, ...rest] = head;
  return (
    <table className="w-full">
      <thead className="text-xs text-muted">
        <tr>
          <th scope="col" className="pe-4 pb-1 text-start font-normal">
            {first}
          </th>
          {rest.map((words) =>
            words === "" ? (
              <td key="empty" />
            ) : (
              <th key={words} scope="col" className="pe-4 pb-1 text-end font-normal last:pe-0">
                {words}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
