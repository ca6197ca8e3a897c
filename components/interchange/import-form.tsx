"use client";

import { useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { importKeptAction } from "@/lib/interchange/actions";

type Labels = { publish: string; confirm: string; importing: string };

/** The last step: says yes to what the report showed. */
export function ImportForm({ file, labels }: { file: string; labels: Labels }) {
  const [state, send] = useActionState(importKeptAction, idle);
  return (
    <form action={send} className="mt-6 max-w-[40rem]">
      <FormMessages state={state} />
      <input type="hidden" name="file" value={file} />
      <Checkbox name="publish" label={labels.publish} />
      <SubmitButton className="mt-4" pendingLabel={labels.importing}>
        {labels.confirm}
      </SubmitButton>
    </form>
  );
}
