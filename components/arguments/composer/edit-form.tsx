"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useRef, type FormEvent } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { TextField } from "@/components/ui/text-field";
import { idle } from "@/lib/actions/form-state";
import { editArgumentAction } from "@/lib/arguments/actions";
import { type DraftValues } from "@/lib/arguments/draft";
import { draftForm } from "@/lib/arguments/vocabulary";
import type { PickableFact } from "./fact-picker";
import { ArgumentFields } from "./fields";
import { FormFoot } from "./form-foot";
import { useDraft } from "./use-draft";

const scope = "edit";

export type EditFormProps = {
  debate: string;
  id: string;
  version: number;
  /** The argument as it stands, by field name. */
  values: DraftValues;
  facts: readonly PickableFact[];
  draft: DraftValues | null;
  cancel: string;
};

/** Changes an argument. When somebody was faster, both texts stand on the page. */
export function EditForm({
  debate,
  id,
  version,
  values,
  facts,
  draft: stored,
  cancel,
}: EditFormProps) {
  const t = useTranslations("arguments.form");
  const form = useRef<HTMLFormElement>(null);
  const [state, send, pending] = useActionState(editArgumentAction, idle);
  const name = draftForm.edit(id);
  const draft = useDraft(form, { debate, form: name, stored, pending, serverForm: () => name });
  const current = readCurrent(state.current);
  const start = state.values ?? { ...values, ...draft.values };

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
      <FormMessages state={state} scope={scope} />
      {current ? <Newer current={current} /> : null}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={current?.version ?? version} />
      <div key={draft.generation} className="space-y-6">
        <ArgumentFields
          scope={scope}
          values={start}
          fieldErrors={state.fieldErrors}
          facts={facts}
          similarIn={null}
        />
        <TextField
          scope={scope}
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          errors={state.fieldErrors?.reason}
          defaultValue={start.reason}
          maxLength={300}
          optional
        />
      </div>
      <FormFoot submit={t("save")} pending={t("saving")} cancel={cancel} draft={draft.state} />
    </form>
  );
}

type Current = { version: number; title: string; body: string };

function readCurrent(current: Record<string, unknown> | undefined): Current | null {
  if (!current || typeof current.version !== "number") return null;
  return {
    version: current.version,
    title: String(current.title ?? ""),
    body: String(current.body ?? ""),
  };
}

/** What somebody else saved meanwhile. */
function Newer({ current }: { current: Current }) {
  const t = useTranslations("arguments.form");
  return (
    <section aria-labelledby="newer" className="border-s-3 border-edge bg-wash px-5 py-4">
      <h2 id="newer" className="text-base font-semibold">
        {t("staleTitle")}
      </h2>
      <p className="mt-1 text-sm">{t("stale")}</p>
      <p className="mt-4 text-xs font-semibold text-muted">
        {t("staleNow", { version: current.version })}
      </p>
      <p dir="auto" className="mt-1 font-serif text-lg">
        {current.title}
      </p>
      <p dir="auto" className="mt-2 text-sm whitespace-pre-line">
        {current.body}
      </p>
    </section>
  );
}
