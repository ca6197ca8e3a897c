import { useFormatter, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Chip } from "@/components/ui/chip";
import { Time } from "@/components/ui/time";
import type { LogEntryView } from "@/lib/moderation/log-view";
import { routes } from "@/lib/routes";
import { LogReason } from "./log-reason";
import { LogSentence } from "./log-sentence";
import { LogLater } from "./log-later";

/** What moderators did, newest first, under the day it happened. */
export function LogList({ entries }: { entries: readonly LogEntryView[] }) {
  return (
    <div className="max-w-measure space-y-10">
      {[...byDay(entries)].map(([day, those]) => (
        <section key={day} aria-labelledby={`day-${day}`} className="border-t border-ink pt-2">
          <h2 id={`day-${day}`} className="text-base">
            <Time value={`${day}T00:00:00Z`} />
          </h2>
          <ol className="mt-2">
            {those.map((entry) => (
              <li
                key={entry.id}
                className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-3 border-t border-hairline py-3 first:border-t-0"
              >
                <Entry entry={entry} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** Entries under their day ("2026-11-23"), in the order they came. */
function byDay(entries: readonly LogEntryView[]): Map<string, LogEntryView[]> {
  const days = new Map<string, LogEntryView[]>();
  for (const entry of entries) {
    const day = entry.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}

function Entry({ entry }: { entry: LogEntryView }) {
  const t = useTranslations("modlog");
  const format = useFormatter();
  const { id, at, ground, target } = entry;
  return (
    <>
      <time dateTime={at} className="pt-0.5 text-xs text-muted">
        {format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
      </time>
      <div className="min-w-0">
        <p className="text-sm">
          <LogSentence entry={entry} />
        </p>
        <LogReason entry={entry} className="mt-1" />
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
          <Chip>{t(`grounds.${ground}`)}</Chip>
          <Anchor
            href={routes.modlogEntry(id)}
            className="inline-flex min-h-6 items-center tabular-nums"
          >
            {t("entry", { id })}
          </Anchor>
          {target.debate ? (
            <Anchor
              href={routes.debate(target.debate.slug)}
              dir="auto"
              className="inline-flex min-h-6 items-center"
            >
              {target.debate.title}
            </Anchor>
          ) : null}
        </p>
        <LogLater entry={entry} className="mt-1 text-sm" />
      </div>
    </>
  );
}
