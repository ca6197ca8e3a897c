import { csvRecord } from "@/lib/shared/csv";
import { pathOfTarget } from "./log-links";
import type { LogEntryView } from "./log-view";

const columns = [
  "entry",
  "at",
  "action",
  "target",
  "debate",
  "argument",
  "argument_number",
  "argument_title",
  "comment",
  "person",
  "ground",
  "reason",
  "by",
  "undoes",
  "undone_by",
  "appeal",
  "purged",
  "link",
  "previous_hash",
  "hash",
] as const;

/** The first line of the log as a table. */
export function logCsvHead(): string {
  return csvRecord(columns);
}

/** An entry as a line. Its cells are nobody's formulas. */
export function logCsvRecord(entry: LogEntryView, site: string): string {
  const { target, by } = entry;
  const path = pathOfTarget(target);
  const row: Record<(typeof columns)[number], string | number> = {
    entry: entry.id,
    at: entry.at,
    action: entry.action,
    target: target.kind,
    debate: target.debate?.slug ?? "",
    argument: target.argument?.id ?? "",
    argument_number: target.argument?.number ?? "",
    argument_title: target.argument?.title ?? "",
    comment: target.commentId ?? "",
    person: target.person?.handle ?? "",
    ground: entry.ground,
    reason: entry.reason,
    by: by.kind === "PERSON" ? by.handle : by.kind,
    undoes: entry.undoes ?? "",
    undone_by: entry.undoneBy ?? "",
    appeal: entry.appeal?.state ?? "",
    purged: entry.purged ? 1 : 0,
    link: path ? `${site}${path}` : "",
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
  return csvRecord(columns.map((column) => row[column]));
}
