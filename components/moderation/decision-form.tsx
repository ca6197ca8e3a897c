"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef, useState, type FormEvent } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle, type FormState } from "@/lib/actions/form-state";
import { decideReviewAction } from "@/lib/moderation/actions";
import {
  decisions,
  decisionsFor,
  type Decision,
  type FlagReason,
  type ModerationGround,
  type ModerationTarget,
} from "@/lib/moderation/vocabulary";
import {
  DecidedElsewhere,
  GroundSelect,
  ReasonField,
  ReviewIdFields,
  type ReviewIds,
  type WithReplies,
} from "./decided-words";
import { DaysSelect } from "./days-select";
import { Keyed } from "./keyed";
import { PrivateNote } from "./private-note";
import { keyOf, useTriageKeys } from "./triage-keys";

/**
 * What to do with a thing, and why in public. The ground brings its usual words along until others
 * were typed.
 */
export function DecisionForm({
  target,
  reason,
  replies,
  ...ids
}: ReviewIds &
  WithReplies & {
    target: ModerationTarget;
    /** What most flags say. */
    reason: FlagReason | undefined;
  }) {
  const t = useTranslations("moderation.review");
  const [state, send] = useActionState(decideReviewAction, idle);
  const form = useRef<HTMLFormElement>(null);
  useTriageKeys(form);
  const fields = { state, scope: "decide" };
  const [ground, setGround] = useState<ModerationGround>(reason ?? "OTHER");
  const [keeps, setKeeps] = useState(false);
  const ofBrief = target === "DEBATE";
  function choose({ target: element }: FormEvent<HTMLFormElement>) {
    if (!(element instanceof HTMLInputElement) || element.name !== "decision") return;
    setKeeps(element.value === "KEEP");
  }
  return (
    <form ref={form} action={send} onChange={choose} className="space-y-5">
      <h2 className="border-t border-ink pt-2 text-lg">{t("form.title")}</h2>
      <FormMessages state={state} scope="decide" />
      <DecidedElsewhere state={state} review={ids.review} />
      <ReviewIdFields {...ids} />
      <Choices target={target} state={state} />
      {target === "PERSON" ? <DaysSelect state={state} scope="decide" /> : null}
      {ofBrief ? (
        <input type="hidden" name="ground" value="NO_BREACH" />
      ) : (
        <GroundSelect
          {...fields}
          label={t("form.ground")}
          value={keeps ? "NO_BREACH" : ground}
          choose={setGround}
        />
      )}
      <ReasonField
        {...fields}
        label={t("form.publicReason")}
        hint={t("form.publicReasonHint")}
        replies={replies}
        usual={t(`reply.${ofBrief ? "BRIEF_STANDS" : keeps ? "NO_BREACH" : ground}`)}
      />
      <PrivateNote {...fields} />
      <SubmitButton>{t("form.submit")}</SubmitButton>
    </form>
  );
}

function Choices({ target, state }: { target: ModerationTarget; state: FormState }) {
  const t = useTranslations("moderation.review");
  const words = (value: Decision) => {
    if (target === "PERSON" && value === "WARN") {
      return { label: t("form.WARNPERSON"), hint: t("form.WARNPERSONHint") };
    }
    if (target === "PERSON" && value === "KEEP") {
      return { label: t("form.KEEPPERSON"), hint: t("form.KEEPHint") };
    }
    if (target === "DEBATE" && value === "KEEP") {
      return { label: t("form.KEEP_BRIEF"), hint: t("form.KEEP_BRIEFHint") };
    }
    return { label: t(`form.${value}`), hint: t(`form.${value}Hint`) };
  };
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
          label: <Keyed letter={keyOf(value)}>{words(value).label}</Keyed>,
          hint: words(value).hint,
        }))}
      required
    />
  );
}
