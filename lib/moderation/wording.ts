import { translator, type Words } from "@/lib/i18n/translator";
import { didOf, type LogEntryView, type LogTarget } from "./log-view";

/** What an entry is about: "argument 1.2". Never its words. */
export function nameOfTarget({ kind, argument, person }: LogTarget, t: Words): string {
  return t(`what.${kind}`, {
    number: argument?.number ?? "",
    name: person?.name ?? t("someone"),
  });
}

/** An entry in one sentence, outside of pages: "A moderator of this debate hid argument 1.2". */
export function sentenceOf(entry: LogEntryView, t: Words = translator("modlog")): string {
  const who = entry.by.kind === "PERSON" ? entry.by.name : t(`by.${entry.by.kind}`);
  return `${who} ${t(didOf(entry))} ${nameOfTarget(entry.target, t)}`;
}
