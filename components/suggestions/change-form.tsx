"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SourceRows } from "@/components/arguments/composer/source-rows";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle, type FormState } from "@/lib/actions/form-state";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import { changeSuggestionAction, withdrawSuggestionAction } from "@/lib/suggestions/actions";
import type { SuggestionView } from "@/lib/suggestions/view";
import { suggestionLimits } from "@/lib/suggestions/vocabulary";
import { fieldsOf } from "./fields-of";
import { SourceFields } from "./source-fields";

const scope = "change";

/** Gives what waits other words, and sends it again. */
export function ChangeForm({ suggestion }: { suggestion: SuggestionView }) {
  const t = useTranslations("suggestions.change");
  const [state, send] = useActionState(changeSuggestionAction, idle);
  const { id, version, status } = suggestion;
  return (
    <form action={send} className="max-w-measure space-y-5">
      <h2 className="border-t border-ink pt-2 text-lg">
        {t(status === "ASKED_BACK" ? "titleAsked" : "title")}
      </h2>
      <FormMessages state={state} scope={scope} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={Number(state.current?.version ?? version)} />
      <Fields suggestion={suggestion} state={state} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}

/** The fields that its kind has. */
function Fields({ suggestion, state }: { suggestion: SuggestionView; state: FormState }) {
  const t = useTranslations("suggestions.change");
  const values = { ...fieldsOf(suggestion.content), ...state.values };
  const errors = state.fieldErrors;
  const { kind } = suggestion;
  const ofArgument = kind === "ARGUMENT" || kind === "EDIT";
  const area = (name: "title" | "body" | "note", label: string, rows: number, limit: number) => (
    <TextArea
      {...{ scope, name, label, rows, limit }}
      errors={errors?.[name]}
      defaultValue={values[name]}
      optional={name !== "title" && kind !== "COMMENT"}
    />
  );
  return (
    <>
      {ofArgument ? area("title", t("claim"), 2, argumentLimits.title) : null}
      {ofArgument ? area("body", t("body"), 6, argumentLimits.body) : null}
      {ofArgument ? <SourceRows scope={scope} values={values} fieldErrors={errors} /> : null}
      {kind === "COMMENT" ? area("body", t("comment"), 4, argumentLimits.body) : null}
      {kind === "SOURCE" ? (
        <SourceFields scope={scope} values={values} fieldErrors={errors} />
      ) : null}
      {kind === "SOURCE" || kind === "PLACE" || kind === "DUPLICATE"
        ? area("note", t("note"), 3, suggestionLimits.note)
        : null}
    </>
  );
}

/** Takes back what waits. */
export function WithdrawForm({ id }: { id: string }) {
  const t = useTranslations("suggestions.change");
  const [state, send] = useActionState(withdrawSuggestionAction, idle);
  return (
    <form action={send} className="max-w-measure space-y-2">
      <FormMessages state={state} scope="withdraw" />
      <input type="hidden" name="id" value={id} />
      <p className="text-sm text-muted">{t("withdrawHint")}</p>
      <SubmitButton variant="quiet">{t("withdraw")}</SubmitButton>
    </form>
  );
}
