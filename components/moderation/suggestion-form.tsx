"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef, useState, type FormEvent } from "react";
import { fieldsOf } from "@/components/suggestions/fields-of";
import { FormMessages } from "@/components/ui/form-messages";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle, type FormState } from "@/lib/actions/form-state";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import { moderationGrounds, moderationLimits } from "@/lib/moderation/vocabulary";
import { decideSuggestionAction } from "@/lib/suggestions/actions";
import type { SuggestionView } from "@/lib/suggestions/view";
import { verdicts } from "@/lib/suggestions/vocabulary";
import { useTriageKeys } from "./triage-keys";

const scope = "suggestion";

/** What becomes of what waits. Accepting brings its usual words along until others were typed. */
export function SuggestionForm({
  review,
  version,
  suggestion,
}: {
  review: number;
  version: number;
  suggestion: SuggestionView;
}) {
  const t = useTranslations("suggestions.decide");
  const [state, send] = useActionState(decideSuggestionAction, idle);
  const form = useRef<HTMLFormElement>(null);
  useTriageKeys(form);
  const [own, setOwn] = useState<string>();
  const [accepts, setAccepts] = useState(false);
  const { fieldErrors: errors, values } = state;
  const usual = accepts ? t("usual") : "";
  function choose({ target: element }: FormEvent<HTMLFormElement>) {
    if (!(element instanceof HTMLInputElement) || element.name !== "decision") return;
    setAccepts(element.value === "APPROVE");
  }
  return (
    <form ref={form} action={send} onChange={choose} className="space-y-5">
      <h2 className="border-t border-ink pt-2 text-lg">{t("title")}</h2>
      <FormMessages state={state} scope={scope} />
      <input type="hidden" name="review" value={review} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="onVersion" value={suggestion.standing?.version ?? ""} />
      <RadioGroup
        scope={scope}
        name="decision"
        label={t("decision")}
        errors={errors?.decision}
        defaultValue={values?.decision}
        choices={verdicts.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        required
      />
      <TextArea
        scope={scope}
        name="publicReason"
        label={t("reason")}
        hint={t("reasonHint")}
        errors={errors?.publicReason}
        limit={moderationLimits.publicReason}
        rows={3}
        key={own === undefined ? usual : "own"}
        defaultValue={own ?? values?.publicReason ?? usual}
        onInput={(event) => setOwn(event.currentTarget.value)}
        required
      />
      <OtherWords suggestion={suggestion} state={state} />
      <Rest state={state} />
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

function Rest({ state }: { state: FormState }) {
  const t = useTranslations("suggestions.decide");
  const grounds = useTranslations("moderation.reason");
  return (
    <>
      <Select
        scope={scope}
        name="ground"
        label={t("ground")}
        errors={state.fieldErrors?.ground}
        defaultValue={state.values?.ground ?? "QUALITY"}
        options={moderationGrounds
          .filter((value) => value !== "NO_BREACH")
          .map((value) => ({ value, label: grounds(value) }))}
      />
      <TextArea
        scope={scope}
        name="privateNote"
        label={t("note")}
        errors={state.fieldErrors?.privateNote}
        defaultValue={state.values?.privateNote}
        limit={moderationLimits.privateNote}
        rows={2}
        optional
      />
    </>
  );
}
