"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { deleteReplyAction } from "@/lib/moderation/actions";
import type { SavedReply } from "@/lib/moderation/queue-view";
import { ChangeReplyForm } from "./reply-forms";

/** A moderator's replies by name, each to be changed or deleted. */
export function ReplyList({ replies }: { replies: readonly SavedReply[] }) {
  const t = useTranslations("moderation.replies");
  const [state, forget] = useActionState(deleteReplyAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("deleted") } : state;
  return (
    <div className="space-y-4">
      <FormMessages state={shown} scope="replies" />
      {replies.length === 0 ? <p className="text-muted">{t("empty")}</p> : null}
      <ul>
        {replies.map((reply) => (
          <li key={reply.reply} className="space-y-3 border-t border-hairline py-4">
            <h2 className="text-base font-semibold [overflow-wrap:anywhere]">
              <bdi>{reply.name}</bdi>
            </h2>
            <p dir="auto" className="max-w-measure whitespace-pre-line [overflow-wrap:anywhere]">
              {reply.text}
            </p>
            <ChangeReplyForm reply={reply} />
            <form action={forget}>
              <input type="hidden" name="reply" value={reply.reply} />
              <SubmitButton variant="link" size="small">
                {t("delete", { name: reply.name })}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
