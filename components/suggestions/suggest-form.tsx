"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ArgumentFields } from "@/components/arguments/composer/fields";
import type { PickableFact } from "@/components/arguments/composer/fact-picker";
import { FormMessages } from "@/components/ui/form-messages";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { idle, type FormState } from "@/lib/actions/form-state";
import { stances } from "@/lib/arguments/vocabulary";
import { suggestAction } from "@/lib/suggestions/actions";
import { suggestionLimits, type Suggestable } from "@/lib/suggestions/vocabulary";
import { SourceFields } from "./source-fields";

const scope = "suggest";

export type SuggestFormProps = {
  kind: Suggestable;
  id: string;
  version: number;
  /** The argument as it stands, by field name. */
  values: Record<string, string>;
  facts: readonly PickableFact[];
  /** Made by the page: sent twice it waits once. */
  submissionKey: string;
};

/** Says what should be better about somebody else's argument; works without JavaScript. */
export function SuggestForm(props: SuggestFormProps) {
  const t = useTranslations("suggestions.suggest");
  const { kind, id, submissionKey } = props;
  const [state, send] = useActionState(suggestAction, idle);
  return (
    <form action={send} className="max-w-measure space-y-5">
      <FormMessages state={state} scope={scope} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="argumentId" value={id} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {kind === "EDIT" ? (
        <EditFields {...props} state={state} />
      ) : (
        <>
          <OtherThing kind={kind} state={state} />
          <TextArea
            scope={scope}
            name="note"
            label={t("note")}
            errors={state.fieldErrors?.note}
            defaultValue={state.values?.note}
            limit={suggestionLimits.note}
            rows={3}
            optional
          />
        </>
      )}
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}

function EditFields({ version, values, facts, state }: SuggestFormProps & { state: FormState }) {
  const t = useTranslations("suggestions.suggest");
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <ArgumentFields
        scope={scope}
        values={state.values ?? values}
        fieldErrors={state.fieldErrors}
        facts={facts}
        similarIn={null}
      />
      <TextField
        scope={scope}
        name="reason"
        label={t("reason")}
        errors={state.fieldErrors?.reason}
        defaultValue={state.values?.reason}
        maxLength={300}
        optional
      />
    </>
  );
}

/** The source, the place or the argument that it is about. */
function OtherThing({ kind, state }: { kind: Suggestable; state: FormState }) {
  const t = useTranslations("suggestions.suggest");
  const { values = {}, fieldErrors: errors } = state;
  if (kind === "SOURCE") return <SourceFields scope={scope} values={values} fieldErrors={errors} />;
  const name = kind === "PLACE" ? "to" : "of";
  return (
    <>
      <TextField
        {...{ scope, name }}
        label={t(name)}
        hint={t(`${name}Hint`)}
        errors={errors?.[name]}
        defaultValue={values[name]}
        required
      />
      {kind === "PLACE" ? (
        <RadioGroup
          scope={scope}
          name="stance"
          label={t("stance")}
          errors={errors?.stance}
          defaultValue={values.stance}
          choices={stances.map((value) => ({ value, label: t(`side.${value}`) }))}
          required
          inline
        />
      ) : null}
    </>
  );
}
