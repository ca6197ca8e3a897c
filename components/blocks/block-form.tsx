"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { blockAction } from "@/lib/blocks/actions";

/** Blocks somebody for oneself, after saying what that does. */
export function BlockForm({
  person: { handle, name },
  scope,
}: {
  person: { handle: string; name: string };
  /** Tells several of these on a page apart. */
  scope: string;
}) {
  const t = useTranslations("blocks");
  const [state, send] = useActionState(blockAction, idle);
  return (
    <form action={send} className="mt-2 space-y-3 text-sm text-ink">
      <FormMessages state={state} scope={`block-${scope}`} />
      <input type="hidden" name="handle" value={handle} />
      <p>{t("question")}</p>
      <SubmitButton variant="quiet" size="small">
        {t("blockNamed", { name })}
      </SubmitButton>
    </form>
  );
}
