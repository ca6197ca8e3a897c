"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef, useState, type FormEvent } from "react";
import { fieldsOf } from "@/components/suggestions/fields-of";
import { FormMessages } from "@/components/ui/form-messages";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle, type FormState } from "@/lib/actions/form-state";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import type { ModerationGround } from "@/lib/moderation/vocabulary";
import { decideSuggestionAction } from "@/lib/suggestions/actions";
import type { SuggestionView } from "@/lib/suggestions/view";
import { verdicts } from "@/lib/suggestions/vocabulary";
import {
  DecidedElsewhere,
  GroundSelect,
  ReasonField,
  ReviewIdFields,
  type ReviewIds,
  type WithReplies,
} from "./decided-words";
import { Keyed } from "./keyed";
import { PrivateNote } from "./private-note";
import { keyOf, useTriageKeys } from "./triage-keys";

const scope = "suggestion";

type Props = ReviewIds & WithReplies & { suggestion: SuggestionView };

/** What becomes of what waits. Accepting brings its usual words along until others were typed. */
export function SuggestionForm({ suggestion, replies, ...ids }: Props) {
  const t = useTranslations("suggestions.decide");
  const usual = useTranslations("moderation.review.reply");
  const [state, send] = useActionState(decideSuggestionAction, idle);
  const form = useRef<HTMLFormElement>(null);
  useTriageKeys(form);
  const [verdict, setVerdict] = useState("");
  const { fieldErrors: errors, values } = state;
  const [ground, setGround] = useState<ModerationGround>(
    (values?.ground as ModerationGround | undefined) ?? "QUALITY",
  );
  const fields = { state, scope };
  function choose({ target: element }: FormEvent<HTMLFormElement>) {
    if (element instanceof HTMLInputElement && element.name === "decision") {
      setVerdict(element.value);
    }
  }
  return (
    <form ref={form} action={send} onChange={choose} className="space-y-5">
      <h2 className="border-t border-ink pt-2 text-lg">{t("title")}</h2>
      <FormMessages state={state} scope={scope} />
      <DecidedElsewhere state={state} review={ids.review} />
      <ReviewIdFields {...ids} />
      <input type="hidden" name="onVersion" value={suggestion.standing?.version ?? ""} />
      <RadioGroup
        scope={scope}
        name="decision"
        label={t("decision")}
        errors={errors?.decision}
        defaultValue={values?.decision}
        choices={verdicts.map((value) => ({
          value,
          label: <Keyed letter={keyOf(value)}>{t(value)}</Keyed>,
          hint: t(`${value}Hint`),
        }))}
        required
      />
      <ReasonField
        {...fields}
        label={t("reason")}
        hint={t("reasonHint")}
        replies={replies}
        usual={verdict === "APPROVE" ? t("usual") : verdict === "DECLINE" ? usual(ground) : ""}
      />
      <OtherWords suggestion={suggestion} state={state} />
      <GroundSelect
        {...fields}
        label={t("ground")}
        value={ground}
        choose={setGround}
        without="NO_BREACH"
      />
      <PrivateNote {...fields} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}

/** What the editor may put differently; of sources and duplicates nothing. */
function OtherWords({ suggestion, state }: { suggestion: SuggestionView; state: FormState }) {
  const t = useTranslations("suggestions.decide");
  const fields = fieldsOf(suggestion.content);
  const errors = state.fieldErrors;
  if (fields.body === undefined) return null;
  return (
    <details className="disclosure" open={Boolean(errors?.title ?? errors?.body)}>
      <summary className="min-h-8 text-sm font-semibold">{t("edit")}</summary>
      <p className="text-sm text-muted">{t("editHint")}</p>
      <div className="mt-3 space-y-4">
        {fields.title === undefined ? null : (
          <TextArea
            scope={scope}
            name="title"
            label={t("claim")}
            errors={errors?.title}
            defaultValue={state.values?.title ?? fields.title}
            limit={argumentLimits.title}
            rows={2}
          />
        )}
        <TextArea
          scope={scope}
          name="body"
          label={t("body")}
          errors={errors?.body}
          defaultValue={state.values?.body ?? fields.body}
          limit={argumentLimits.body}
          rows={5}
        />
      </div>
    </details>
  );
}
