"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle } from "@/lib/actions/form-state";
import { editCommentAction } from "@/lib/discussion/actions";
import { commentLimits } from "@/lib/discussion/vocabulary";

/** Changes one's own words. When they were changed elsewhere meanwhile, both texts are shown. */
export function EditCommentForm({
  id,
  version,
  body,
}: {
  id: string;
  version: number;
  body: string;
}) {
  const t = useTranslations("discussion.edit");
  const [state, save] = useActionState(editCommentAction, idle);
  const scope = `edit-${id}`;
  const stored = state.code === "STALE_VERSION" ? state.current : undefined;
  return (
    <form action={save} className="mt-2 space-y-3 text-ink">
      <FormMessages state={state} scope={scope} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={String(stored?.version ?? version)} />
      <TextArea
        key={state.values?.body}
        name="body"
        label={t("body")}
        errors={state.fieldErrors?.body}
        scope={scope}
        rows={4}
        limit={commentLimits.body}
        defaultValue={state.values?.body ?? body}
        required
      />
      {stored ? (
        <Notice title={t("current")}>
          <p dir="auto" className="whitespace-pre-line">
            {String(stored.body)}
          </p>
          <p className="mt-2">{t("conflict")}</p>
        </Notice>
      ) : null}
      <SubmitButton size="small" pendingLabel={t("saving")}>
        {t("save")}
      </SubmitButton>
    </form>
  );
}
