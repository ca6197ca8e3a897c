import { useFormatter, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Time } from "@/components/ui/time";
import type { HistoryEntry } from "@/lib/debates/view";
import { routes } from "@/lib/routes";

/** What was changed in a debate, newest first, under the day it happened. */
export function HistoryList({ entries, slug }: { entries: readonly HistoryEntry[]; slug: string }) {
  const format = useFormatter();
  const days = byDay(entries);
  return (
    <div className="max-w-measure space-y-10">
      {[...days].map(([day, those]) => (
        <section key={day} aria-labelledby={`day-${day}`} className="border-t border-ink pt-2">
          <h2 id={`day-${day}`} className="text-base">
            <Time value={`${day}T00:00:00Z`} />
          </h2>
          <ol className="mt-2">
            {those.map((entry, index) => (
              <li
                key={index}
                className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-3 border-t border-hairline py-3 first:border-t-0"
              >
                <time dateTime={entry.at} className="pt-0.5 text-xs text-muted">
                  {format.dateTime(new Date(entry.at), {
                    hour: "2-digit",
                    minute: "2-digit",
                    hourCycle: "h23",
                  })}
                </time>
                <Entry entry={entry} slug={slug} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** Entries under their day ("2026-11-23"), in the order they came. */
function byDay(entries: readonly HistoryEntry[]): Map<string, HistoryEntry[]> {
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const day = entry.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}

function Entry({ entry, slug }: { entry: HistoryEntry; slug: string }) {
  const t = useTranslations("history");
  return (
    <div className="min-w-0">
      <p className="text-sm">
        <Author entry={entry} /> <span className="text-muted">{t(`change.${entry.change}`)}</span>{" "}
        <span className="font-semibold tabular-nums">
          {entry.argument?.number ?? (entry.fact ? `F${entry.fact.number}` : null)}
        </span>
      </p>
      <p dir="auto" className="font-serif">
        <Subject entry={entry} slug={slug} />
      </p>
      {entry.reason ? (
        <p dir="auto" className="mt-1 text-sm text-muted">
          {t("reason", { reason: entry.reason })}
        </p>
      ) : null}
      {entry.argument && entry.argument.version > 1 ? (
        <p className="mt-1 text-xs text-muted">
          {t("version", { version: entry.argument.version })} ·{" "}
          <Anchor href={routes.argumentHistory(slug, entry.argument.id)}>{t("revisions")}</Anchor>
        </p>
      ) : null}
    </div>
  );
}

function Author({ entry }: { entry: HistoryEntry }) {
  const t = useTranslations();
  if (entry.by) {
    return (
      <Anchor href={routes.member(entry.by.handle)} className="font-semibold">
        <bdi>{entry.by.name}</bdi>
      </Anchor>
    );
  }
  return (
    <span className="font-semibold">
      {entry.fact
        ? t("history.editors")
        : t(entry.byCurator ? "modlog.by.DEBATE_MODERATOR" : "common.deletedAccount")}
    </span>
  );
}

function Subject({ entry, slug }: { entry: HistoryEntry; slug: string }) {
  if (entry.argument) {
    return (
      <Anchor
        href={routes.argument(slug, entry.argument.id)}
        className="no-underline hover:underline"
      >
        {entry.argument.title}
      </Anchor>
    );
  }
  if (!entry.fact) return null;
  return (
    <Anchor
      href={`${routes.brief(slug)}#F${entry.fact.number}`}
      className="no-underline hover:underline"
    >
      {entry.fact.text}
    </Anchor>
  );
}
