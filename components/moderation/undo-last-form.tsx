"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { reopenReviewAction } from "@/lib/moderation/actions";

/** Takes one's last decision back, and has the thing before one again. */
export function UndoLastForm({ review }: { review: number }) {
  const t = useTranslations("moderation.review");
  const [state, send] = useActionState(reopenReviewAction, idle);
  return (
    <form action={send}>
      <FormMessages state={state} scope="undo-last" />
      <input type="hidden" name="review" value={review} />
      <SubmitButton variant="quiet" size="small" data-key="u">
        {t("undo")}
      </SubmitButton>
    </form>
  );
}
