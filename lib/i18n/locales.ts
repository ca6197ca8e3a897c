/** Languages the interface speaks; each has a folder of catalogues in lib/i18n/messages. */
export const locales = ["en"] as const;

export type Locale = (typeof locales)[number];

/** The language tag when none is set: English words, and dates as most of the world reads them. */
export const defaultTag = "en-GB";

/** The catalogue's language of a tag: "en-US" speaks "en". Undefined when there is none. */
export function languageOf(tag: string): Locale | undefined {
  return locales.find((locale) => locale === tag.split("-")[0]);
}

const rightToLeft = new Set(["ar", "fa", "he", "ps", "ur", "yi"]);

/** The writing direction of a language tag such as "en" or "ar-EG". */
export function directionOf(locale: string): "ltr" | "rtl" {
  return rightToLeft.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}
