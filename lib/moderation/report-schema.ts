import { z } from "zod";

const day = z.iso.date();

/** Which period: days in UTC, both included. Without them the last year; turned round they are turned back. */
export const reportSchema = z
  .object({ from: day.optional().catch(undefined), to: day.optional().catch(undefined) })
  .transform((asked): ReportPeriod => {
    const to = asked.to ?? new Date().toISOString().slice(0, 10);
    const from = asked.from ?? aYearBefore(to);
    return from <= to ? { from, to } : { from: to, to: from };
  });
export type ReportPeriod = { from: string; to: string };

function aYearBefore(to: string): string {
  const date = new Date(`${to}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
