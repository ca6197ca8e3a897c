"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { importKeptAction } from "@/lib/interchange/actions";

type Labels = { publish: string; confirm: string; importing: string };

/** The last step: says yes to what the report showed. */
export function ImportForm({ file, labels }: { file: string; labels: Labels }) {
  const [state, send] = useActionState(importKeptAction, idle);
  return (
    <form action={send} className="mt-6 grid max-w-[40rem] gap-4">
      <input type="hidden" name="file" value={file} />
      <label className="flex min-h-8 items-center gap-2">
        <input type="checkbox" name="publish" />
        {labels.publish}
      </label>
      <div role="alert">{state.status === "error" ? state.message : null}</div>
      <div>
        <SubmitButton pendingLabel={labels.importing}>{labels.confirm}</SubmitButton>
      </div>
    </form>
  );
}
