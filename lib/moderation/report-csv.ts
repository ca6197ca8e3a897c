import { csvRecord } from "@/lib/shared/csv";
import type { ModerationReport } from "./report";

/**
 * The report as one table: what is counted, in which categories, and how often. Hours are medians.
 */
export function reportCsv(report: ModerationReport): string {
  const { from, to, flags, decisions, appeals, statements } = report;
  const rows: (string | number)[][] = [
    ["from", "to", "what", "kind", "ground", "category", "automated", "count", "undone"],
  ];
  const add = (what: string, kind: string, count: number | null, rest: Partial<Row> = {}) =>
    rows.push([
      ...[from, to, what, kind],
      ...[rest.ground ?? "", rest.category ?? "", rest.automated ?? ""],
      ...[count ?? "", rest.undone ?? ""],
    ]);
  for (const { reason, count } of flags.byReason) add("flags_received", reason, count);
  add("flags_decided", "ALL", flags.decided);
  add("flags_decided", "UPHELD", flags.upheld);
  add("flags_median_hours", "ALL", flags.medianHours);
  for (const { action, ground, automatic, count, undone } of decisions)
    add("decisions", action, count, { ground, automated: automatic ? "yes" : "no", undone });
  add("appeals", "RECEIVED", appeals.received);
  add("appeals", "UPHELD", appeals.upheld);
  add("appeals", "OVERTURNED", appeals.overturned);
  add("appeals", "WAITING", appeals.waiting);
  add("appeals_median_hours", "ALL", appeals.medianHours);
  for (const { restriction, ground, category, automation, count, undone } of statements)
    add("statements_of_reasons", restriction, count, {
      ground,
      category,
      automated: automation,
      undone,
    });
  return rows.map(csvRecord).join("");
}

type Row = { ground: string; category: string; automated: string; undone: number };
