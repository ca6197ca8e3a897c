"use client";

import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/text-area";
import type { FormState } from "@/lib/actions/form-state";
import { moderationLimits } from "@/lib/moderation/vocabulary";

/** What other moderators should know about a decision; folded, for few need it. */
export function PrivateNote({ state, scope }: { state: FormState; scope: string }) {
  const t = useTranslations("moderation.review.form");
  const { fieldErrors: errors, values } = state;
  return (
    <details className="text-sm" open={Boolean(errors?.privateNote ?? values?.privateNote)}>
      <summary className="w-fit font-medium">{t("withNote")}</summary>
      <div className="mt-2">
        <TextArea
          scope={scope}
          name="privateNote"
          label={t("privateNote")}
          errors={errors?.privateNote}
          defaultValue={values?.privateNote}
          limit={moderationLimits.privateNote}
          rows={2}
          optional
        />
      </div>
    </details>
  );
}
