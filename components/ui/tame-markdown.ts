/** Quotations and lists in one another, beyond which a line's further signs are plain text. */
const deepest = 16;
/** Signs of emphasis in one text, beyond which none of them is read as such. */
const mostEmphasis = 1000;

/** The signs at a line's beginning that each open one more quotation or list. */
const container = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`;
// "- - - -" alone in a line is a rule, however long.
const rule = String.raw`[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$`;
const tooDeep = new RegExp(`^(?!${rule})(?:${container}){${deepest}}[ \t]*(?=[>+*-]|\\d)`, "gm");

/**
 * Markdown whose nesting a page can bear: 8,000 times ">" would otherwise exhaust the stack of
 * whoever renders it, for every reader. What is too deep is shown as it was typed.
 */
export function bounded(markdown: string): string {
  return markdown.replace(tooDeep, "$&\\");
}

/** Whether a text is made of signs of emphasis: matching them takes the square of their number. */
export function isAllEmphasis(markdown: string): boolean {
  return (markdown.match(/[*_~]/g)?.length ?? 0) > mostEmphasis;
}

/** remark: `*`, `_` and `~` are plain text. */
export function withoutEmphasis(this: { data(): object }): void {
  const data = this.data() as { micromarkExtensions?: object[] };
  (data.micromarkExtensions ??= []).push({ disable: { null: ["attention", "strikethrough"] } });
}
