/**
 * Cells of every CSV file that leaves the site. People's words stand in them, and a spreadsheet
 * takes a cell that begins like a formula for one, and runs it.
 */

/** How formulas begin, also behind blanks and in full width, which some spreadsheets take too. */
const formula = /^['\s]*[=+\-@＝＋－＠\t\r\0]/;

/** A cell: quoted where it must be, and a text never a formula. Numbers stay numbers. */
export function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record with its line end. */
export function csvRecord(values: readonly (string | number)[]): string {
  return `${values.map(csvCell).join(",")}\n`;
}

/** The text of a cell again, without the apostrophe that kept it from being a formula. */
export function withoutFormulaMark(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}
