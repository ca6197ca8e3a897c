"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle } from "@/lib/actions/form-state";
import { noteReviewAction } from "@/lib/moderation/actions";
import { moderationLimits } from "@/lib/moderation/vocabulary";

/** A note for other moderators. `count` of the notes before it: once it is among them, the field is empty. */
export function NoteForm({ review, count }: { review: number; count: number }) {
  const t = useTranslations("moderation.notes");
  const [state, send] = useActionState(noteReviewAction, idle);
  return (
    <details open={state.status === "error" ? true : undefined}>
      <summary data-key="n" className="w-fit font-medium">
        {t("open")}
      </summary>
      <form action={send} data-quick="" className="mt-3 space-y-3">
        <FormMessages state={state} scope="note" />
        <input type="hidden" name="review" value={review} />
        <TextArea
          key={count}
          scope="note"
          name="text"
          label={t("label")}
          hint={t("hint")}
          errors={state.fieldErrors?.text}
          defaultValue={state.status === "error" ? state.values?.text : undefined}
          limit={moderationLimits.privateNote}
          rows={2}
          required
        />
        <SubmitButton variant="quiet" size="small">
          {t("submit")}
        </SubmitButton>
      </form>
    </details>
  );
}
