"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle } from "@/lib/actions/form-state";
import { escalateReviewAction, giveBackReviewAction } from "@/lib/moderation/actions";
import { moderationLimits } from "@/lib/moderation/vocabulary";

/** Passes a thing on to the administrators, with a word why. */
export function EscalateForm({ review }: { review: number }) {
  const t = useTranslations("moderation.escalate");
  const [state, send] = useActionState(escalateReviewAction, idle);
  return (
    <details className="text-sm" open={state.status === "error" ? true : undefined}>
      <summary data-key="e" className="w-fit font-medium">
        {t("title")}
      </summary>
      <form action={send} data-quick="" className="mt-3 space-y-3">
        <FormMessages state={state} scope="escalate" />
        <input type="hidden" name="review" value={review} />
        <TextArea
          scope="escalate"
          name="note"
          label={t("note")}
          hint={t("hint")}
          errors={state.fieldErrors?.note}
          defaultValue={state.values?.note}
          limit={moderationLimits.privateNote}
          rows={2}
          optional
        />
        <SubmitButton variant="quiet" size="small">
          {t("submit")}
        </SubmitButton>
      </form>
    </details>
  );
}

/** An administrator leaves it to the moderators after all; `mine`: who passed it on has it back. */
export function GiveBackForm({ review, mine = false }: { review: number; mine?: boolean }) {
  const t = useTranslations("moderation.escalate");
  const [state, send] = useActionState(giveBackReviewAction, idle);
  return (
    <form action={send} className="space-y-2">
      <FormMessages state={state} scope="give-back" />
      <input type="hidden" name="review" value={review} />
      <SubmitButton variant="quiet" size="small" data-key={mine ? "u" : undefined}>
        {t(mine ? "haveBack" : "giveBack")}
      </SubmitButton>
    </form>
  );
}
