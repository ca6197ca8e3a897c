"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { Action } from "@/lib/actions/define-action";
import { idle, type FormState } from "@/lib/actions/form-state";
import {
  moderationGrounds,
  moderationLimits,
  type ModerationGround,
} from "@/lib/moderation/vocabulary";

export const actNames = ["marks", "move", "merge", "split", "link"] as const;
export type ActName = (typeof actNames)[number];

/**
 * One act of a curator: what it does, its fields, and why in public. `fields` gets what was typed
 * and what was wrong with it.
 */
export function ActForm<Result>({
  name,
  id,
  version,
  action,
  days,
  fields,
}: {
  name: ActName;
  id: string;
  version: number;
  action: Action<Result>;
  /** How long votes count unconfirmed. */
  days: number;
  fields: (state: FormState<Result>) => ReactNode;
}) {
  const t = useTranslations("moderation.curate");
  const [state, send] = useActionState(action, idle as FormState<Result>);
  return (
    <section
      aria-labelledby={`${name}-act`}
      id={name}
      className="scroll-mt-4 border-t border-ink pt-2"
    >
      <h2 id={`${name}-act`} className="text-lg">
        {t(`act.${name}.title`)}
      </h2>
      <p className="mt-1 max-w-measure text-sm text-muted">{t(`act.${name}.text`, { days })}</p>
      <form action={send} className="mt-4 space-y-4">
        <FormMessages state={state} scope={name} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        {fields(state)}
        <Reasons name={name} state={state} />
        <SubmitButton variant="quiet">{t(`act.${name}.submit`)}</SubmitButton>
      </form>
    </section>
  );
}

/** What is mostly the matter; the tree is tidied for reasons that stand in no list. */
const usualGround: Partial<Record<ActName, ModerationGround>> = {
  marks: "QUALITY",
  merge: "DUPLICATE",
};

function Reasons({ name, state }: { name: ActName; state: FormState<unknown> }) {
  const t = useTranslations("moderation");
  const { fieldErrors: errors, values } = state;
  return (
    <>
      <Select
        scope={name}
        name="ground"
        label={t("review.form.ground")}
        errors={errors?.ground}
        defaultValue={values?.ground ?? usualGround[name] ?? "OTHER"}
        options={moderationGrounds
          .filter((ground) => ground !== "NO_BREACH")
          .map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      <TextArea
        scope={name}
        name="publicReason"
        label={t("review.form.publicReason")}
        hint={t("curate.reasonHint")}
        errors={errors?.publicReason}
        defaultValue={values?.publicReason}
        limit={moderationLimits.publicReason}
        rows={2}
        required
      />
    </>
  );
}
