"use client";

import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { createDebateAction } from "@/lib/debates/actions";
import { BriefField, type BriefFieldSpec } from "./brief-field";

/** The first step: a title and a motion make a draft, and everything after is kept in it. */
export function CreateForm({
  fields,
  words,
}: {
  fields: readonly BriefFieldSpec[];
  words: { submit: string; pending: string };
}) {
  const [state, send] = useActionState(createDebateAction, idle);
  return (
    <form action={send} className="max-w-measure space-y-6">
      <FormMessages state={state} scope="new" />
      {fields.map((field) => (
        <BriefField
          key={field.name}
          scope="new"
          field={field}
          value={state.values?.[field.name]}
          errors={state.fieldErrors?.[field.name]}
        />
      ))}
      <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}
