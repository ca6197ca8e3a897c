"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { deleteCommentAction } from "@/lib/discussion/actions";

/** Asks once, because deleted words cannot be brought back. */
export function DeleteCommentForm({ id }: { id: string }) {
  const t = useTranslations("discussion.delete");
  const [state, send] = useActionState(deleteCommentAction, idle);
  return (
    <form action={send} className="mt-2 space-y-3 text-sm text-ink">
      <FormMessages state={state} scope={`delete-${id}`} />
      <input type="hidden" name="id" value={id} />
      <p>{t("question")}</p>
      <SubmitButton variant="quiet" size="small" pendingLabel={t("deleting")}>
        {t("confirm")}
      </SubmitButton>
    </form>
  );
}
