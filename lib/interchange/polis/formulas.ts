/** What a spreadsheet takes for a formula at the beginning of a cell. */
const formula = /^['\s]*[=+\-@\t\r]/;

/** A text that no spreadsheet runs: an apostrophe stands before what could be a formula. */
export const withFormulaMark = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text again. */
export const withoutFormulaMark = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
