/** Markup that may be sent as it is. Only `html` makes it. */
export type Markup = { readonly markup: string };

type Value = string | number | null | Markup | readonly Markup[];

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in markup or in a quoted attribute. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character]!);
}

function asMarkup(value: Value): string {
  if (value === null) return "";
  if (typeof value === "object") {
    return "markup" in value ? value.markup : value.map((one) => one.markup).join("");
  }
  return escapeText(String(value));
}

/** A template whose values are escaped, unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return { markup: String.raw({ raw: parts }, ...values.map(asMarkup)) };
}
