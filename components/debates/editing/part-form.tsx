"use client";

import { startTransition, useActionState, useRef, type FormEvent } from "react";
import { FormFoot } from "@/components/arguments/composer/form-foot";
import { SourceRows } from "@/components/arguments/composer/source-rows";
import { useDraft } from "@/components/arguments/composer/use-draft";
import { FormMessages } from "@/components/ui/form-messages";
import { idle } from "@/lib/actions/form-state";
import type { DraftValues } from "@/lib/arguments/draft";
import { writeDecisionAction, writeFactAction, writeItemAction } from "@/lib/debates/actions";
import { briefDraft, type BriefList } from "@/lib/debates/vocabulary";
import { BriefField, type BriefFieldSpec } from "./brief-field";
import { Newer, type NewerWords } from "./newer";

export type PartFormProps = {
  debate: string;
  version: number;
  part: "decision" | BriefList;
  /** The item of a list that is changed, or null for a new one; undefined for what is no list. */
  id?: number | null;
  fields: readonly BriefFieldSpec[];
  /** What stands now, by field name. */
  values: DraftValues;
  draft: DraftValues | null;
  cites: boolean;
  cancel: string;
  words: { submit: string; pending: string; newer: NewerWords };
};

const actions = {
  decision: writeDecisionAction,
  facts: writeFactAction,
  actors: writeItemAction,
  timeline: writeItemAction,
  questions: writeItemAction,
  glossary: writeItemAction,
};

/** Writes one part of a brief. A plain form without JavaScript; with it, what is typed is kept. */
export function PartForm(props: PartFormProps) {
  const { debate, part, id, fields, cites, words } = props;
  const form = useRef<HTMLFormElement>(null);
  const [state, send, pending] = useActionState(actions[part], idle);
  const name = briefDraft(part, id);
  const draft = useDraft(form, {
    ...{ debate, pending, stored: props.draft },
    form: `${debate}:${name}`,
    serverForm: () => name,
  });
  const values = state.values ?? { ...props.values, ...draft.values };
  const stale = state.current;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    draft.onSend();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  }

  return (
    <form
      ref={form}
      action={send}
      onSubmit={submit}
      onInput={draft.onInput}
      className="max-w-measure space-y-6"
    >
      <FormMessages state={state} scope={part} />
      {stale ? <Newer current={stale} fields={fields} words={words.newer} /> : null}
      <input type="hidden" name="debate" value={debate} />
      <input type="hidden" name="version" value={versionIn(stale) ?? props.version} />
      {id === undefined ? null : <input type="hidden" name="id" value={id ?? ""} />}
      {part === "decision" || part === "facts" ? null : (
        <input type="hidden" name="part" value={part} />
      )}
      <div key={draft.generation} className="space-y-6">
        {fields.map((field) => (
          <BriefField
            key={field.name}
            scope={part}
            field={field}
            value={values[field.name]}
            errors={state.fieldErrors?.[field.name]}
          />
        ))}
        {cites ? <SourceRows scope={part} values={values} fieldErrors={state.fieldErrors} /> : null}
      </div>
      <FormFoot
        submit={words.submit}
        pending={words.pending}
        cancel={props.cancel}
        draft={draft.state}
      />
    </form>
  );
}

function versionIn(current: Record<string, unknown> | undefined): number | undefined {
  return typeof current?.version === "number" ? current.version : undefined;
}
