"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { idle, type FormState } from "@/lib/actions/form-state";
import { changeReplyAction, saveReplyAction } from "@/lib/moderation/actions";
import type { SavedReply } from "@/lib/moderation/queue-view";
import { queueLimits } from "@/lib/moderation/queue-vocabulary";
import { moderationLimits } from "@/lib/moderation/vocabulary";

/** Another reply. `count` of those before it: once it is among them, the fields are empty. */
export function AddReplyForm({ count }: { count: number }) {
  const t = useTranslations("moderation.replies");
  const [state, send] = useActionState(saveReplyAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("kept") } : state;
  return (
    <form action={send} data-quick="" className="max-w-measure space-y-4">
      <FormMessages state={shown} scope="add-reply" />
      <ReplyFields key={count} state={state} scope="add-reply" />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}

/** Another name or other words. */
export function ChangeReplyForm({ reply }: { reply: SavedReply }) {
  const t = useTranslations("moderation.replies");
  const [state, send] = useActionState(changeReplyAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("changed") } : state;
  const scope = `reply-${reply.reply}`;
  return (
    <details open={state.status === "idle" ? undefined : true} className="text-sm">
      <summary className="w-fit font-medium">{t("change", { name: reply.name })}</summary>
      <form action={send} className="mt-3 max-w-measure space-y-4">
        <FormMessages state={shown} scope={scope} />
        <input type="hidden" name="reply" value={reply.reply} />
        <ReplyFields state={state} scope={scope} reply={reply} />
        <SubmitButton variant="quiet" size="small">
          {t("save")}
        </SubmitButton>
      </form>
    </details>
  );
}

function ReplyFields({
  state,
  scope,
  reply,
}: {
  state: FormState;
  scope: string;
  reply?: SavedReply;
}) {
  const t = useTranslations("moderation.replies");
  const given = state.status === "error" ? state.values : undefined;
  return (
    <>
      <TextField
        scope={scope}
        name="name"
        label={t("name")}
        errors={state.fieldErrors?.name}
        defaultValue={given?.name ?? reply?.name}
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
        defaultValue={given?.text ?? reply?.text}
        limit={moderationLimits.publicReason}
        rows={3}
        required
      />
    </>
  );
}
