"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { idle, type FormState } from "@/lib/actions/form-state";
import { curateArgumentAction, curateDebateAction } from "@/lib/moderation/actions";
import { moderationLimits, type ArgumentAct, type DebateAct } from "@/lib/moderation/vocabulary";
import { WordsFields } from "./words-fields";

/** One act on an argument. */
export function CurateArgumentForm({ argument, act }: { argument: string; act: ArgumentAct }) {
  const t = useTranslations("moderation.life.argument");
  const [state, send] = useActionState(curateArgumentAction, idle);
  return (
    <ActForm {...{ state, send, act }} hint={t(`${act}Hint`)} label={t(act)}>
      <input type="hidden" name="argument" value={argument} />
    </ActForm>
  );
}

/** One act on a whole debate. */
export function CurateDebateForm({
  debate,
  act,
  slowMinutes,
}: {
  debate: string;
  act: DebateAct;
  slowMinutes: number | null;
}) {
  const t = useTranslations("moderation.life.debate");
  const [state, send] = useActionState(curateDebateAction, idle);
  const { fieldErrors: errors, values } = state;
  return (
    <ActForm {...{ state, send, act }} hint={t(`${act}Hint`)} label={t(act)}>
      <input type="hidden" name="debate" value={debate} />
      {act === "SLOW" ? (
        <TextField
          scope={act}
          name="minutes"
          type="number"
          min={0}
          max={moderationLimits.slowMinutes}
          label={t("minutes")}
          errors={errors?.minutes}
          defaultValue={values?.minutes ?? String(slowMinutes ?? 10)}
          required
        />
      ) : null}
      {act === "CLOSE" ? (
        <TextArea
          scope={act}
          name="conclusion"
          label={t("conclusion")}
          hint={t("conclusionHint")}
          errors={errors?.conclusion}
          defaultValue={values?.conclusion}
          limit={moderationLimits.conclusion}
          rows={5}
          required
        />
      ) : null}
    </ActForm>
  );
}

function ActForm({
  state,
  send,
  act,
  label,
  hint,
  children,
}: {
  state: FormState;
  send: (form: FormData) => void;
  act: string;
  label: string;
  hint: string;
  children: ReactNode;
}) {
  return (
    <form action={send} className="max-w-measure space-y-4">
      <p className="text-sm text-muted">{hint}</p>
      <FormMessages state={state} scope={act} />
      <input type="hidden" name="act" value={act} />
      {children}
      <WordsFields state={state} scope={act} />
      <SubmitButton variant="quiet">{label}</SubmitButton>
    </form>
  );
}
