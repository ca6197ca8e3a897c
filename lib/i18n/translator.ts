import "server-only";
import { createFormatter, createTranslator } from "use-intl/core";
import { loadMessages, siteLocale } from "./catalogue";

/** Dates without a zone of their own are shown in this one, and say so. */
export const siteTimeZone = "UTC";

/**
 * Words outside of React: errors of actions and the API, mail, feeds, the command line.
 * @param namespace a file name in lib/i18n/messages/<locale>, without .json
 * @returns a function from key (and values) to text, such as `t("NOT_FOUND")`
 */
export function translator(namespace: string, locale: string = siteLocale()) {
  return createTranslator({ locale, messages: loadMessages(locale), namespace });
}

/** Dates, numbers and lists in the language of the instance, outside of React. */
export function formatter(locale: string = siteLocale()) {
  return createFormatter({ locale, timeZone: siteTimeZone });
}
