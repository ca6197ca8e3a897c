import "server-only";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { AbstractIntlMessages } from "use-intl/core";
import { env } from "@/lib/env";
import { processWide } from "@/lib/shared/process-wide";
import { defaultTag, languageOf, type Locale } from "./locales";

const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/i18n/messages");
const known = processWide("messages", () => new Map<Locale, AbstractIntlMessages>());

/**
 * All messages of a language tag: each file `messages/<locale>/<namespace>.json` is the namespace of
 * that name. Read from disk once; while developing, read anew for every request.
 * @throws Error naming the file when one is not valid JSON.
 */
export function loadMessages(tag: string): AbstractIntlMessages {
  const locale = languageOf(tag) ?? "en";
  const kept = known.get(locale);
  if (kept && env.NODE_ENV === "production") return kept;
  const messages: AbstractIntlMessages = {};
  for (const file of readdirSync(path.join(/* turbopackIgnore: true */ folder, locale)).sort()) {
    if (file.endsWith(".json")) messages[path.basename(file, ".json")] = parse(locale, file);
  }
  known.set(locale, messages);
  return messages;
}

function parse(locale: Locale, file: string): AbstractIntlMessages {
  try {
    return JSON.parse(
      readFileSync(path.join(/* turbopackIgnore: true */ folder, locale, file), "utf8"),
    ) as AbstractIntlMessages;
  } catch (cause) {
    throw new Error(`lib/i18n/messages/${locale}/${file} is not valid JSON`, { cause });
  }
}

/** The instance's language tag: SITE_LOCALE when the interface speaks it, "en-GB" otherwise. */
export function siteLocale(): string {
  return languageOf(env.SITE_LOCALE) ? env.SITE_LOCALE : defaultTag;
}
