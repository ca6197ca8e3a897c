"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle } from "@/lib/actions/form-state";
import { decideAppealAction } from "@/lib/moderation/actions";
import { moderationLimits } from "@/lib/moderation/vocabulary";

/** Whether what was done stands, and why, for another moderator than decided first. */
export function AppealForm({ review, version }: { review: number; version: number }) {
  const t = useTranslations("moderation.review.form");
  const [state, send] = useActionState(decideAppealAction, idle);
  const { fieldErrors: errors, values } = state;
  return (
    <form action={send} className="space-y-5">
      <h2 className="border-t border-ink pt-2 text-lg">{t("title")}</h2>
      <FormMessages state={state} scope="appeal" />
      <input type="hidden" name="review" value={review} />
      <input type="hidden" name="version" value={version} />
      <RadioGroup
        scope="appeal"
        name="outcome"
        label={t("decision")}
        errors={errors?.outcome}
        defaultValue={values?.outcome}
        choices={(["UPHOLD", "OVERTURN"] as const).map((value) => ({ value, label: t(value) }))}
        required
      />
      <TextArea
        scope="appeal"
        name="publicReason"
        label={t("publicReason")}
        hint={t("publicReasonHint")}
        errors={errors?.publicReason}
        defaultValue={values?.publicReason}
        limit={moderationLimits.publicReason}
        rows={3}
        required
      />
      <TextArea
        scope="appeal"
        name="privateNote"
        label={t("privateNote")}
        errors={errors?.privateNote}
        defaultValue={values?.privateNote}
        limit={moderationLimits.privateNote}
        rows={2}
        optional
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
