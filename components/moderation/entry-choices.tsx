import { useTranslations } from "next-intl";
import { Markdown } from "@/components/ui/markdown";
import { Notice } from "@/components/ui/notice";
import { RefusedNotice } from "@/components/ui/refused-notice";
import type { EntryChoices } from "@/lib/moderation/view";
import { AppealEntryForm, UndoEntryForm } from "./entry-forms";

/** What this person can do with an entry, and the words that only they may read. */
export function EntryChoicesPart({ entry, choices }: { entry: number; choices: EntryChoices }) {
  const t = useTranslations("moderation");
  const { appeal, undo, snapshot, privateNote } = choices;
  const mine = appeal.granted || appeal.because !== "NOT_AUTHOR";
  return (
    <div className="mt-10 max-w-measure space-y-8">
      {snapshot ? (
        <section>
          <h2 className="border-t border-hairline pt-2 text-sm font-semibold">
            {t("snapshot.title")}
          </h2>
          <p className="text-xs text-muted">{t("snapshot.who")}</p>
          {snapshot.title ? (
            <p dir="auto" className="mt-2 font-serif">
              {snapshot.title}
            </p>
          ) : null}
          {snapshot.body ? (
            <Markdown topHeading={3} compact>
              {snapshot.body}
            </Markdown>
          ) : null}
        </section>
      ) : null}
      {privateNote ? <Notice title={t("snapshot.note")}>{privateNote}</Notice> : null}
      {appeal.granted ? (
        <AppealEntryForm entry={entry} />
      ) : mine && appeal.because !== "NOTHING_TO_APPEAL" ? (
        <RefusedNotice refusal={appeal} />
      ) : null}
      {undo.granted ? <UndoEntryForm entry={entry} /> : null}
    </div>
  );
}
