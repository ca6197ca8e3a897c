/** Languages the interface speaks; each has a folder of catalogues in lib/i18n/messages. */
export const locales = ["en"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

const rightToLeft = new Set(["ar", "fa", "he", "ps", "ur", "yi"]);

/** The writing direction of a language tag such as "en" or "ar-EG". */
export function directionOf(locale: string): "ltr" | "rtl" {
  return rightToLeft.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}
