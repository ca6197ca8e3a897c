import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import { PostedNotice } from "@/components/arguments/posted-notice";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHeading } from "@/components/ui/heading";
import { ShowMore } from "@/components/ui/show-more";
import type { DraftValues } from "@/lib/arguments/draft";
import type { ArgumentView } from "@/lib/arguments/view";
import { commentAnchor, commentDraft } from "@/lib/discussion/links";
import type { CommentPage } from "@/lib/discussion/queries/comments";
import type { CommentView } from "@/lib/discussion/view";
import { routes } from "@/lib/routes";
import { granted, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import type { NewcomerNote } from "@/lib/suggestions/view";
import { CommentForm } from "./comment-form";
import { commentFormAnchor, type DiscussionAddress } from "./discussion-address";
import { RefusedForm } from "./refused-form";
import { Thread } from "./thread";

export type DiscussionProps = {
  argument: Pick<ArgumentView, "id" | "debate" | "comments"> & { can: { comment: Permission } };
  viewer: Viewer | null;
  comments: CommentPage;
  address?: DiscussionAddress;
  /** The member's unsent words for this form, kept on the server (see `commentDraft`). */
  draft?: DraftValues | null;
  /** What is kept from the viewer because they are new here. */
  newcomer?: NewcomerNote | null;
  /** Whether a comment can be sent now; in slow mode it can be written until then. */
  now?: Permission;
};

/** The comments below an argument, and the form for one more. Whole without JavaScript. */
export function Discussion({ comments, ...place }: DiscussionProps) {
  const t = useTranslations("discussion");
  const { argument, address } = place;
  const { items, nextCursor, hasEarlier } = comments;
  const { debate: slug, id } = argument;
  const isNew = items.filter((comment) => comment.isNew).length;
  const answered = items.find((comment) => comment.id === address?.replyTo && !comment.deleted);
  const form = <WritePlace {...place} answered={answered ?? null} />;
  return (
    <section
      id="discussion"
      aria-labelledby="discussion-title"
      className="max-w-measure scroll-mt-4"
    >
      <SectionHeading
        id="discussion-title"
        action={<Counted count={argument.comments} isNew={isNew} />}
      >
        {t("title")}
      </SectionHeading>
      <p className="mt-2 text-sm text-muted">{t("lead")}</p>
      {address?.posted && address.comment ? (
        <PostedNotice anchor={commentAnchor(address.comment)}>{t("posted")}</PostedNotice>
      ) : null}
      {argument.can.comment.granted && items.length > 3 ? (
        <p className="mt-4" data-no-print="">
          <ButtonLink href={`#${commentFormAnchor}`} variant="quiet" size="small">
            {t("write")}
          </ButtonLink>
        </p>
      ) : null}
      {hasEarlier ? (
        <p className="mt-4 text-sm">
          <ButtonLink href={`${routes.argument(slug, id)}#discussion`} variant="link" size="small">
            {t("first")}
          </ButtonLink>
        </p>
      ) : null}
      {items.length === 0 && !hasEarlier ? <EmptyState>{t("empty")}</EmptyState> : null}
      <div className="mt-6 space-y-8">
        {threadsOf(items).map((thread) => (
          <Thread
            key={thread[0]!.id}
            comments={thread}
            slug={slug}
            highlighted={address?.comment}
            form={thread.some((comment) => comment === answered) ? form : null}
          />
        ))}
      </div>
      <ShowMore
        href={nextCursor && `${routes.argument(slug, id, { comments: nextCursor })}#discussion`}
        label={t("more")}
      />
      {answered ? null : <div className="mt-10">{form}</div>}
    </section>
  );
}

function Counted({ count, isNew }: { count: number; isNew: number }) {
  const t = useTranslations("discussion");
  return (
    <span className="text-muted tabular-nums">
      {t("count", { count })}
      {isNew > 0 ? <> · {t("newCount", { count: isNew })}</> : null}
    </span>
  );
}

/** The form, or why it is not for this reader. */
function WritePlace({
  argument,
  viewer,
  answered,
  draft,
  address,
  newcomer,
  now = granted,
}: Omit<DiscussionProps, "comments"> & { answered: CommentView | null }) {
  const permission = argument.can.comment;
  if (!viewer || !permission.granted) {
    return (
      <RefusedForm
        permission={permission}
        next={routes.argument(argument.debate, argument.id)}
        kept={{ form: commentDraft(argument.id, answered?.id ?? null), stored: draft ?? null }}
      />
    );
  }
  return (
    <CommentForm
      // Another form once its comment is posted, so that it begins empty.
      key={`${answered?.id} ${address?.posted && address.comment}`}
      slug={argument.debate}
      argumentId={argument.id}
      answered={answered && { id: answered.id, name: answered.author?.name ?? null }}
      submissionKey={randomUUID()}
      draft={draft ?? null}
      newcomer={newcomer ?? null}
      now={now}
    />
  );
}

/** Comments that stand in one thread, in a row. */
function threadsOf(comments: readonly CommentView[]): CommentView[][] {
  const threads: CommentView[][] = [];
  for (const comment of comments) {
    const thread = threads.at(-1);
    if (thread?.[0]?.threadId === comment.threadId) thread.push(comment);
    else threads.push([comment]);
  }
  return threads;
}
