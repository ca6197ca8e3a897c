"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { claimReviewAction, releaseReviewAction } from "@/lib/moderation/actions";

/** Keeps a review for oneself for ten minutes, or gives it back. */
export function ClaimForm({ review, mine }: { review: number; mine: boolean }) {
  const t = useTranslations("moderation.review");
  const [state, send] = useActionState(mine ? releaseReviewAction : claimReviewAction, idle);
  return (
    <form action={send} className="space-y-2">
      <FormMessages state={state} scope="claim" />
      <input type="hidden" name="review" value={review} />
      <SubmitButton variant="quiet" size="small" data-key="c">
        {t(mine ? "release" : "claim")}
      </SubmitButton>
    </form>
  );
}
