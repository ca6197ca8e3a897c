"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useRef, type FormEvent } from "react";
import { DraftLine } from "@/components/arguments/composer/draft-line";
import { useDraft } from "@/components/arguments/composer/use-draft";
import { NewcomerNotice } from "@/components/suggestions/newcomer-notice";
import { Anchor } from "@/components/ui/anchor";
import { FormMessages } from "@/components/ui/form-messages";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle } from "@/lib/actions/form-state";
import type { DraftValues } from "@/lib/arguments/draft";
import { postCommentAction } from "@/lib/discussion/actions";
import { commentDraft } from "@/lib/discussion/links";
import { commentLimits } from "@/lib/discussion/vocabulary";
import { routes } from "@/lib/routes";
import type { Permission } from "@/lib/shared/permission";
import type { NewcomerNote } from "@/lib/suggestions/view";
import { commentFormAnchor } from "./discussion-address";

const scope = "new-comment";

export type CommentFormProps = {
  slug: string;
  argumentId: string;
  answered: { id: string; name: string | null } | null;
  submissionKey: string;
  /** The member's unsent words, kept on the server. */
  draft: DraftValues | null;
  /** What is kept from its writer because they are new here. */
  newcomer: NewcomerNote | null;
  /** Whether it can be sent now. */
  now: Permission;
};

/**
 * A new comment, or an answer to one. Posting leads to the comment. What is typed is kept in this
 * tab and on the server.
 */
export function CommentForm(props: CommentFormProps) {
  const { slug, argumentId, answered } = props;
  const t = useTranslations("discussion.form");
  const [state, post, pending] = useActionState(postCommentAction, idle);
  const form = useRef<HTMLFormElement>(null);
  const draft = useCommentDraft(form, props, pending);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    startTransition(() => post(data));
  }

  return (
    <form
      ref={form}
      action={post}
      onSubmit={submit}
      onInput={draft.onInput}
      id={commentFormAnchor}
      aria-labelledby={`${scope}-title`}
      className="scroll-mt-4 space-y-4"
    >
      <h3 id={`${scope}-title`} className="text-base">
        <FormTitle answered={answered} />
      </h3>
      <NewcomerNotice note={props.newcomer} />
      {props.now.granted ? null : <RefusedNotice refusal={props.now} />}
      <FormMessages state={state} scope={scope} />
      <HiddenFields {...props} submissionKey={state.values?.submissionKey ?? props.submissionKey} />
      <TextArea
        key={draft.generation}
        name="body"
        label={t(answered ? "replyBody" : "body")}
        hint={t("hint")}
        errors={state.fieldErrors?.body}
        scope={scope}
        rows={4}
        limit={commentLimits.body}
        defaultValue={(state.values ?? draft.values).body}
        required
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <SubmitButton pendingLabel={t("posting")}>
          {t(answered ? "postReply" : "post")}
        </SubmitButton>
        {answered ? (
          <Anchor
            href={`${routes.argument(slug, argumentId)}#${commentFormAnchor}`}
            className="text-sm"
          >
            {t("cancelReply")}
          </Anchor>
        ) : null}
        <DraftLine state={draft.state} />
      </div>
      <p className="text-xs text-muted">{t("licence")}</p>
    </form>
  );
}

function useCommentDraft(
  form: Parameters<typeof useDraft>[0],
  { slug, argumentId, answered, draft }: CommentFormProps,
  pending: boolean,
) {
  const name = commentDraft(argumentId, answered?.id ?? null);
  return useDraft(form, {
    debate: slug,
    form: name,
    serverForm: () => name,
    stored: draft,
    pending,
  });
}

function HiddenFields({ argumentId, answered, submissionKey }: CommentFormProps) {
  return (
    <>
      <input type="hidden" name="argumentId" value={argumentId} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {answered ? <input type="hidden" name="replyToId" value={answered.id} /> : null}
    </>
  );
}

function FormTitle({ answered }: Pick<CommentFormProps, "answered">) {
  const t = useTranslations("discussion.form");
  if (!answered) return t("title");
  const { name } = answered;
  return name ? t.rich("replyTitle", { name: () => <bdi>{name}</bdi> }) : t("replyTitleUnnamed");
}
