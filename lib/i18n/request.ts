import { getRequestConfig } from "next-intl/server";
import { loadMessages, siteLocale } from "./catalogue";
import { siteTimeZone } from "./translator";

/** What next-intl asks for each page: its language, its words and the zone of its dates. */
export default getRequestConfig(() => {
  const locale = siteLocale();
  return { locale, messages: loadMessages(locale), timeZone: siteTimeZone };
});
