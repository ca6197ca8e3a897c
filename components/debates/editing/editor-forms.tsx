"use client";

import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { idle } from "@/lib/actions/form-state";
import { addEditorAction, removeEditorAction } from "@/lib/debates/actions";

/** Makes a member an editor, by their handle. */
export function AddEditorForm({
  debate,
  words,
}: {
  debate: string;
  words: { handle: string; hint: string; submit: string; pending: string };
}) {
  const [state, send] = useActionState(addEditorAction, idle);
  return (
    <form action={send} className="max-w-[30rem] space-y-4">
      <FormMessages state={state} scope="editor" />
      <input type="hidden" name="debate" value={debate} />
      <TextField
        scope="editor"
        name="handle"
        label={words.handle}
        hint={words.hint}
        errors={state.fieldErrors?.handle}
        defaultValue={state.values?.handle}
        maxLength={31}
        autoCapitalize="none"
        autoComplete="off"
        required
      />
      <SubmitButton variant="quiet" pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

/** Takes the role away from an editor, or leaves. */
export function RemoveEditorForm({
  debate,
  handle,
  words,
}: {
  debate: string;
  handle: string;
  words: { submit: string; label: string };
}) {
  const [state, send] = useActionState(removeEditorAction, idle);
  return (
    <form action={send}>
      {state.status === "error" ? <FormMessages state={state} scope={`editor-${handle}`} /> : null}
      <input type="hidden" name="debate" value={debate} />
      <input type="hidden" name="handle" value={handle} />
      <SubmitButton variant="link" size="small" aria-label={words.label}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
