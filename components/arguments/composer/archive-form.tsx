"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { idle } from "@/lib/actions/form-state";
import { archiveArgumentAction, restoreArgumentAction } from "@/lib/arguments/actions";

/** Takes an argument out of the tree with a public reason, or puts it back. */
export function ArchiveForm({
  id,
  version,
  archived,
}: {
  id: string;
  version: number;
  archived: boolean;
}) {
  const t = useTranslations("arguments.archive");
  const [state, send] = useActionState(
    archived ? restoreArgumentAction : archiveArgumentAction,
    idle,
  );
  return (
    <section
      id="archive"
      aria-labelledby="archive-title"
      className="max-w-measure border-t border-ink pt-2"
    >
      <h2 id="archive-title" className="text-lg">
        {t(archived ? "restoreTitle" : "archiveTitle")}
      </h2>
      <p className="mt-1 text-sm text-muted">{t(archived ? "restoreText" : "archiveText")}</p>
      <form action={send} className="mt-4 space-y-4">
        <FormMessages state={state} scope="archive" />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <TextField
          scope="archive"
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          errors={state.fieldErrors?.reason}
          defaultValue={state.values?.reason}
          maxLength={300}
          required
        />
        <SubmitButton variant="quiet">{t(archived ? "restore" : "archive")}</SubmitButton>
      </form>
    </section>
  );
}
