import type { AbstractIntlMessages } from "use-intl/core";

/** Long texts and words of the server that no client component ever shows. */
const serverOnly = new Set([
  "about",
  "rules",
  "brief",
  "editing",
  "sources",
  "history",
  "privacy",
  "mail",
  "cli",
  "api",
  "feeds",
  "live",
  "keyboard",
  "position",
  "exchange",
  "interchange",
  "moderation",
  "modlog",
  "suggestions",
  "purges",
]);

/**
 * The messages that travel to the browser with a page. New namespaces travel unless listed above.
 */
export function clientMessages(messages: AbstractIntlMessages): AbstractIntlMessages {
  return Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => !serverOnly.has(namespace)),
  );
}
