"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState, type ToggleEvent } from "react";
import { Anchor } from "@/components/ui/anchor";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { idle } from "@/lib/actions/form-state";
import { saveReplyAction } from "@/lib/moderation/actions";
import { queueLimits } from "@/lib/moderation/queue-vocabulary";
import { moderationLimits } from "@/lib/moderation/vocabulary";
import type { Permission } from "@/lib/shared/permission";
import { routes } from "@/lib/routes";

const scope = "keep-reply";

/** Keeps the words of the reason as they stand, or others, for the next thing like this. */
export function KeepReply({ canKeep }: { canKeep: Permission }) {
  const t = useTranslations("moderation.replies");
  return (
    <div className="space-y-3 text-sm">
      {canKeep.granted ? <KeepForm /> : null}
      <Anchor href={routes.savedReplies()} className="nav-link">
        {t("all")}
      </Anchor>
    </div>
  );
}

function KeepForm() {
  const t = useTranslations("moderation.replies");
  const [state, send] = useActionState(saveReplyAction, idle);
  const [text, setText] = useState(state.values?.text ?? "");
  const [taken, setTaken] = useState("");
  // What was not changed here follows the reason.
  function takeReason({ newState }: ToggleEvent) {
    const reason = newState === "open" && text === taken ? writtenReason() : undefined;
    if (reason === undefined) return;
    setText(reason);
    setTaken(reason);
  }
  const shown = state.status === "ok" ? { ...state, message: t("kept") } : state;
  return (
    <details open={state.status === "idle" ? undefined : true} onToggle={takeReason}>
      <summary className="w-fit font-medium">{t("keep")}</summary>
      <form action={send} data-quick="" className="mt-3 space-y-3">
        <FormMessages state={shown} scope={scope} />
        <TextField
          scope={scope}
          name="name"
          label={t("name")}
          errors={state.fieldErrors?.name}
          defaultValue={state.status === "error" ? state.values?.name : undefined}
          maxLength={queueLimits.replyName}
          autoComplete="off"
          required
        />
        <TextArea
          scope={scope}
          name="text"
          label={t("text")}
          hint={t("textHint")}
          errors={state.fieldErrors?.text}
          limit={moderationLimits.publicReason}
          rows={3}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          required
        />
        <SubmitButton variant="quiet" size="small">
          {t("submit")}
        </SubmitButton>
      </form>
    </details>
  );
}

/** What stands in the form that decides the thing, which is another form on this page. */
function writtenReason(): string | undefined {
  return document.querySelector<HTMLTextAreaElement>('main [name="publicReason"]')?.value;
}
