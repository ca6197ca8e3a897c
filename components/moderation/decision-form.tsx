"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef, useState, type FormEvent } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle, type FormState } from "@/lib/actions/form-state";
import { decideReviewAction } from "@/lib/moderation/actions";
import { decisions, decisionsFor, moderationLimits } from "@/lib/moderation/vocabulary";
import {
  moderationGrounds,
  type FlagReason,
  type ModerationGround,
  type ModerationTarget,
} from "@/lib/moderation/vocabulary";
import { DaysSelect } from "./days-select";
import { useTriageKeys } from "./triage-keys";

/**
 * What to do with a thing, and why in public. The ground brings its usual words along until others
 * were typed.
 */
export function DecisionForm({
  review,
  version,
  target,
  reason,
}: {
  review: number;
  version: number;
  target: ModerationTarget;
  /** What most flags say. */
  reason: FlagReason | undefined;
}) {
  const t = useTranslations("moderation.review");
  const grounds = useTranslations("moderation.reason");
  const [state, send] = useActionState(decideReviewAction, idle);
  const form = useRef<HTMLFormElement>(null);
  useTriageKeys(form);
  const { fieldErrors: errors, values } = state;
  const [own, setOwn] = useState<string>();
  const [ground, setGround] = useState<ModerationGround>(reason ?? "OTHER");
  const [keeps, setKeeps] = useState(false);
  const usual = t(`reply.${keeps ? "NO_BREACH" : ground}`);
  function choose({ target: element }: FormEvent<HTMLFormElement>) {
    if (!(element instanceof HTMLInputElement) || element.name !== "decision") return;
    setKeeps(element.value === "KEEP");
  }
  return (
    <form ref={form} action={send} onChange={choose} className="space-y-5">
      <h2 className="border-t border-ink pt-2 text-lg">{t("form.title")}</h2>
      <FormMessages state={state} scope="decide" />
      <input type="hidden" name="review" value={review} />
      <input type="hidden" name="version" value={version} />
      <Choices target={target} state={state} />
      {target === "PERSON" ? <DaysSelect state={state} scope="decide" /> : null}
      <Select
        scope="decide"
        name="ground"
        label={t("form.ground")}
        errors={errors?.ground}
        value={keeps ? "NO_BREACH" : ground}
        onChange={(event) => setGround(event.currentTarget.value as ModerationGround)}
        options={moderationGrounds.map((value) => ({ value, label: grounds(value) }))}
      />
      <TextArea
        scope="decide"
        name="publicReason"
        label={t("form.publicReason")}
        hint={t("form.publicReasonHint")}
        errors={errors?.publicReason}
        limit={moderationLimits.publicReason}
        rows={3}
        key={own === undefined ? usual : "own"}
        defaultValue={own ?? values?.publicReason ?? usual}
        onInput={(event) => setOwn(event.currentTarget.value)}
        required
      />
      <PrivateNote state={state} />
      <SubmitButton>{t("form.submit")}</SubmitButton>
    </form>
  );
}

function Choices({ target, state }: { target: ModerationTarget; state: FormState }) {
  const t = useTranslations("moderation.review");
  return (
    <RadioGroup
      scope="decide"
      name="decision"
      label={t("form.decision")}
      errors={state.fieldErrors?.decision}
      defaultValue={state.values?.decision}
      choices={decisions
        .filter((decision) => decisionsFor(target).includes(decision))
        .map((value) => ({
          value,
          label: t(`form.${value}`),
          hint: t(`form.${value}Hint`),
        }))}
      required
    />
  );
}

function PrivateNote({ state }: { state: FormState }) {
  const t = useTranslations("moderation.review");
  return (
    <TextArea
      scope="decide"
      name="privateNote"
      label={t("form.privateNote")}
      errors={state.fieldErrors?.privateNote}
      defaultValue={state.values?.privateNote}
      limit={moderationLimits.privateNote}
      rows={2}
      optional
    />
  );
}
