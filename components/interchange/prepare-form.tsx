"use client";

import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { prepareExportAction } from "@/lib/interchange/actions";

type Words = { button: string; label: string; asked: string };

/** Has the debate's file prepared in the background. For members only. */
export function PrepareForm({
  debate,
  format,
  underWay,
  words,
}: {
  debate: string;
  format: string;
  underWay: boolean;
  words: Words;
}) {
  const [state, prepare] = useActionState(prepareExportAction, idle);
  return (
    <form action={prepare} className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
      {state.status === "error" ? <FormMessages state={state} scope={`prepare-${format}`} /> : null}
      <input type="hidden" name="debate" value={debate} />
      <input type="hidden" name="format" value={format} />
      {underWay ? null : (
        <SubmitButton variant="quiet" size="small" aria-label={words.label}>
          {words.button}
        </SubmitButton>
      )}
      <span role="status" className="text-xs text-muted">
        {underWay ? words.asked : ""}
      </span>
    </form>
  );
}
