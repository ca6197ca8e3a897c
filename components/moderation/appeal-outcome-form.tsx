"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { decideAppealAction } from "@/lib/moderation/actions";
import {
  DecidedElsewhere,
  ReasonField,
  ReviewIdFields,
  type ReviewIds,
  type WithReplies,
} from "./decided-words";
import { Keyed } from "./keyed";
import { PrivateNote } from "./private-note";
import { keyOf, useTriageKeys } from "./triage-keys";

/** Whether what was done stands, and why, for another moderator than decided first. */
export function AppealForm({ replies, ...ids }: ReviewIds & WithReplies) {
  const t = useTranslations("moderation.review.form");
  const [state, send] = useActionState(decideAppealAction, idle);
  const form = useRef<HTMLFormElement>(null);
  useTriageKeys(form);
  const { fieldErrors: errors, values } = state;
  return (
    <form ref={form} action={send} className="space-y-5">
      <h2 className="border-t border-ink pt-2 text-lg">{t("title")}</h2>
      <FormMessages state={state} scope="appeal" />
      <DecidedElsewhere state={state} review={ids.review} />
      <ReviewIdFields {...ids} />
      <RadioGroup
        scope="appeal"
        name="outcome"
        label={t("decision")}
        errors={errors?.outcome}
        defaultValue={values?.outcome}
        choices={(["UPHOLD", "OVERTURN"] as const).map((value) => ({
          value,
          label: <Keyed letter={keyOf(value)}>{t(value)}</Keyed>,
        }))}
        required
      />
      <ReasonField
        {...{ state, scope: "appeal" }}
        label={t("publicReason")}
        hint={t("publicReasonHint")}
        replies={replies}
        usual=""
      />
      <PrivateNote state={state} scope="appeal" />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
