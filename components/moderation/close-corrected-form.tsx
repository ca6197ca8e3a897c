"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { closeCorrectedAction } from "@/lib/moderation/actions";
import { ReviewIdFields, type ReviewIds } from "./decided-words";

/** Ends the report of an error that has been corrected. */
export function CloseCorrectedForm(ids: ReviewIds) {
  const t = useTranslations("moderation.review.brief");
  const [state, send] = useActionState(closeCorrectedAction, idle);
  return (
    <form action={send} className="space-y-2">
      <FormMessages state={state} scope="corrected" />
      <ReviewIdFields {...ids} />
      <p className="text-sm text-muted">{t("closeHint")}</p>
      <SubmitButton>{t("close")}</SubmitButton>
    </form>
  );
}
