"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { Status } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle } from "@/lib/actions/form-state";
import { appealAction, undoEntryAction } from "@/lib/moderation/actions";
import { moderationLimits } from "@/lib/moderation/vocabulary";

/** Whose thing it was says why another moderator should look at it. */
export function AppealEntryForm({ entry }: { entry: number }) {
  const t = useTranslations("moderation.appeal");
  const [state, send] = useActionState(appealAction, idle);
  if (state.status === "ok") return <Status>{t("done")}</Status>;
  return (
    <form action={send} className="space-y-4">
      <h2 className="border-t border-ink pt-2 text-lg">{t("title")}</h2>
      <FormMessages state={state} scope="appeal" />
      <input type="hidden" name="entry" value={entry} />
      <TextArea
        scope="appeal"
        name="text"
        label={t("text")}
        hint={t("hint")}
        errors={state.fieldErrors?.text}
        defaultValue={state.values?.text}
        limit={moderationLimits.appeal}
        rows={4}
        required
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}

/** A moderator takes back what an entry did, with a reason. */
export function UndoEntryForm({ entry }: { entry: number }) {
  const t = useTranslations("moderation.undo");
  const [state, send] = useActionState(undoEntryAction, idle);
  if (state.status === "ok") return <Status>{t("done")}</Status>;
  return (
    <form action={send} className="space-y-4">
      <h2 className="border-t border-ink pt-2 text-lg">{t("title")}</h2>
      <FormMessages state={state} scope="undo" />
      <input type="hidden" name="entry" value={entry} />
      <TextArea
        scope="undo"
        name="publicReason"
        label={t("reason")}
        errors={state.fieldErrors?.publicReason}
        defaultValue={state.values?.publicReason}
        limit={moderationLimits.publicReason}
        rows={2}
        required
      />
      <SubmitButton variant="quiet">{t("submit")}</SubmitButton>
    </form>
  );
}
