import "server-only";
import { createTranslator } from "use-intl/core";
import { loadMessages, siteLocale } from "./catalogue";

/** Dates without a zone of their own are shown in this one, and say so. */
export const siteTimeZone = "UTC";

/** A key of the catalogue, with its values, as text. */
export type Words = {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
};

/**
 * Words outside of React: errors of actions and the API, mail, feeds, the command line.
 * @param namespace a file name in lib/i18n/messages/<locale>, without .json
 * @returns a function from key (and values) to text, such as `t("NOT_FOUND")`
 */
export function translator(namespace: string, locale: string = siteLocale()): Words {
  const words: unknown = createTranslator({
    locale,
    messages: loadMessages(locale),
    namespace,
    timeZone: siteTimeZone,
  });
  return words as Words;
}
