"use client";

import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/text-area";
import type { FormState } from "@/lib/actions/form-state";
import { moderationLimits } from "@/lib/moderation/vocabulary";

/** The reason in public and the note for other curators, of any act. */
export function WordsFields({ state, scope }: { state: FormState; scope: string }) {
  const t = useTranslations("moderation.review.form");
  return (
    <>
      <TextArea
        scope={scope}
        name="publicReason"
        label={t("publicReason")}
        hint={t("publicReasonHint")}
        errors={state.fieldErrors?.publicReason}
        defaultValue={state.values?.publicReason}
        limit={moderationLimits.publicReason}
        rows={2}
        required
      />
      <TextArea
        scope={scope}
        name="privateNote"
        label={t("privateNote")}
        errors={state.fieldErrors?.privateNote}
        defaultValue={state.values?.privateNote}
        limit={moderationLimits.privateNote}
        rows={2}
        optional
      />
    </>
  );
}
