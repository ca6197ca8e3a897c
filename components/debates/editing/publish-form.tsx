"use client";

import { useActionState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { abandonDraftAction, publishDebateAction } from "@/lib/debates/actions";

/** Opens the debate to everybody. */
export function PublishForm({
  debate,
  words,
}: {
  debate: string;
  words: { submit: string; pending: string };
}) {
  const [state, send] = useActionState(publishDebateAction, idle);
  return (
    <form action={send} className="space-y-4">
      <FormMessages state={state} scope="publish" />
      <input type="hidden" name="debate" value={debate} />
      <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}

/** Deletes a draft, after a second press. */
export function AbandonForm({
  debate,
  words,
}: {
  debate: string;
  words: { title: string; text: string; submit: string };
}) {
  const [state, send] = useActionState(abandonDraftAction, idle);
  return (
    <Disclosure summary={words.title} className="mt-12 border-t border-hairline pt-4 text-sm">
      <form action={send} className="max-w-measure space-y-3">
        <FormMessages state={state} scope="abandon" />
        <input type="hidden" name="debate" value={debate} />
        <p>{words.text}</p>
        <SubmitButton variant="quiet" size="small">
          {words.submit}
        </SubmitButton>
      </form>
    </Disclosure>
  );
}
