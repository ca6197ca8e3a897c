"use client";

import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { SubmitButton } from "@/components/ui/submit-button";
import { DraftLine } from "./draft-line";
import type { DraftState } from "./use-draft";

/** The end of a form: send it, leave it, and where its words are kept. */
export function FormFoot({
  submit,
  pending,
  cancel,
  draft,
}: {
  submit: string;
  /** The button's words while the form is on its way. */
  pending: string;
  /** Where leaving leads. */
  cancel: string;
  draft: DraftState;
}) {
  const t = useTranslations("arguments.form");
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <SubmitButton pendingLabel={pending}>{submit}</SubmitButton>
      <Anchor href={cancel} scroll={false} className="inline-flex min-h-8 items-center text-sm">
        {t("cancel")}
      </Anchor>
      <DraftLine state={draft} />
    </div>
  );
}
