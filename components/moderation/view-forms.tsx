"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { idle } from "@/lib/actions/form-state";
import { deleteViewAction, saveViewAction } from "@/lib/moderation/actions";
import { queueLimits } from "@/lib/moderation/queue-vocabulary";

/** Keeps the present filters under a name. */
export function SaveViewForm({ query }: { query: string }) {
  const t = useTranslations("moderation.views");
  const [state, send] = useActionState(saveViewAction, idle);
  return (
    <details open={state.status === "error" ? true : undefined} className="text-sm">
      <summary className="w-fit font-medium">{t("save")}</summary>
      <form action={send} className="mt-2 space-y-3">
        <FormMessages state={state} scope="view" />
        <input type="hidden" name="query" value={query} />
        <TextField
          scope="view"
          name="name"
          label={t("name")}
          errors={state.fieldErrors?.name}
          defaultValue={state.values?.name}
          maxLength={queueLimits.viewName}
          autoComplete="off"
          required
        />
        <SubmitButton variant="quiet" size="small">
          {t("submit")}
        </SubmitButton>
      </form>
    </details>
  );
}

export function DeleteViewForm({ view, name }: { view: number; name: string }) {
  const t = useTranslations("moderation.views");
  const [state, send] = useActionState(deleteViewAction, idle);
  return (
    <form action={send}>
      <FormMessages state={state} scope="delete-view" />
      <input type="hidden" name="view" value={view} />
      <SubmitButton variant="link" size="small">
        {t("delete", { name })}
      </SubmitButton>
    </form>
  );
}
