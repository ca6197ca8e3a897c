import { z } from "zod";

const pattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A date as precisely as it is known: "2018", "2025-03" or "2025-03-04". */
export type PartialDate = string;

export const partialDateSchema = z.string().trim().regex(pattern, { error: "PARTIAL_DATE" });

/**
 * @param date a partial date
 * @returns "2018", "March 2025" or "4 March 2025" in the locale's order.
 */
export function formatPartialDate(date: PartialDate, locale: string): string {
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return String(year);
  const at = new Date(Date.UTC(year!, month - 1, day ?? 1));
  return formatOf(locale, day ? "day" : "month").format(at);
}

/** Making a format takes fifty times as long as using it, and a page holds a hundred dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, precision: "day" | "month"): Intl.DateTimeFormat {
  const name = `${locale} ${precision}`;
  let format = formats.get(name);
  if (!format) {
    const day = precision === "day" ? { day: "numeric" as const } : {};
    const shown = { year: "numeric", month: "long", ...day, timeZone: "UTC" } as const;
    formats.set(name, (format = new Intl.DateTimeFormat(locale, shown)));
  }
  return format;
}
