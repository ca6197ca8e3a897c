"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef } from "react";
import { Anchor } from "@/components/ui/anchor";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle } from "@/lib/actions/form-state";
import { postCommentAction } from "@/lib/discussion/actions";
import { commentDraft } from "@/lib/discussion/links";
import { commentLimits } from "@/lib/discussion/schema";
import { routes } from "@/lib/routes";
import { commentFormAnchor } from "./discussion-address";
import { useCommentDraft } from "./use-comment-draft";

const scope = "new-comment";

/**
 * A new comment, or an answer to one. Posting leads to the comment. What is typed is kept in this
 * tab and, for members, on the server.
 */
export function CommentForm({
  slug,
  argumentId,
  answered,
  submissionKey,
  draft,
}: {
  slug: string;
  argumentId: string;
  answered: { id: string; name: string | null } | null;
  submissionKey: string;
  draft?: string;
}) {
  const t = useTranslations("discussion.form");
  const [state, post] = useActionState(postCommentAction, idle);
  const form = useRef<HTMLFormElement>(null);
  const name = commentDraft(argumentId, answered?.id ?? null);
  const { note, keep, sent } = useCommentDraft({ form, name, slug, saved: draft });
  return (
    <form
      ref={form}
      action={post}
      onInput={keep}
      onSubmit={sent}
      id={commentFormAnchor}
      aria-labelledby={`${scope}-title`}
      className="scroll-mt-4 space-y-4"
    >
      <h3 id={`${scope}-title`} className="text-base">
        <FormTitle answered={answered} />
      </h3>
      <FormMessages state={state} scope={scope} />
      <input type="hidden" name="argumentId" value={argumentId} />
      <input type="hidden" name="submissionKey" value={state.values?.submissionKey ?? submissionKey} />
      {answered ? <input type="hidden" name="replyToId" value={answered.id} /> : null}
      <TextArea
        key={state.values?.body}
        name="body"
        label={t(answered ? "replyBody" : "body")}
        hint={t("hint")}
        errors={state.fieldErrors?.body}
        scope={scope}
        rows={4}
        limit={commentLimits.body}
        defaultValue={state.values?.body ?? draft}
        required
        autoFocus={answered !== null && state.status === "idle"}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <SubmitButton pendingLabel={t("posting")}>{t(answered ? "postReply" : "post")}</SubmitButton>
        {answered ? (
          <Anchor href={`${routes.argument(slug, argumentId)}#${commentFormAnchor}`} className="text-sm">
            {t("cancelReply")}
          </Anchor>
        ) : null}
        <span role="status" className="text-xs text-muted">
          {note ? t(note) : null}
        </span>
      </div>
      <p className="text-xs text-muted">{t("licence")}</p>
    </form>
  );
}

function FormTitle({ answered }: { answered: { name: string | null } | null }) {
  const t = useTranslations("discussion.form");
  if (!answered) return t("title");
  const { name } = answered;
  return name ? t.rich("replyTitle", { name: () => <bdi>{name}</bdi> }) : t("replyTitleUnnamed");
}
