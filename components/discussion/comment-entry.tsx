import clsx from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { quietAction } from "@/components/arguments/quiet-action";
import { Anchor } from "@/components/ui/anchor";
import { Byline } from "@/components/ui/byline";
import { Chip } from "@/components/ui/chip";
import { Disclosure } from "@/components/ui/disclosure";
import { Markdown } from "@/components/ui/markdown";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { commentAnchor, commentLink } from "@/lib/discussion/links";
import { linkMentions } from "@/lib/discussion/mentions";
import type { CommentView } from "@/lib/discussion/view";
import { routes } from "@/lib/routes";
import { CommentActions } from "./comment-actions";
import { EditCommentForm } from "./edit-comment-form";

type Props = { comment: CommentView; slug: string; highlighted: boolean };

/** One comment at its own address. Deleted, only its place remains. */
export function CommentEntry({ comment, slug, highlighted }: Props) {
  const t = useTranslations("discussion.comment");
  return (
    <article
      id={commentAnchor(comment.id)}
      tabIndex={-1}
      data-focus-ring=""
      className={clsx(
        "-mx-3 scroll-mt-4 rounded-sm px-3 py-2 target:bg-wash",
        highlighted && "bg-wash",
      )}
    >
      {comment.hiddenAtOnce ? (
        <HiddenAtOnce comment={comment} />
      ) : comment.deleted ? (
        <p className="text-sm text-muted italic">{t(comment.hidden ? "hidden" : "deleted")}</p>
      ) : (
        <Folded if={comment.blocked} open={highlighted}>
          <Head comment={comment} slug={slug} />
          <Markdown compact topHeading={4} className="mt-1">
            {linkMentions(comment.body, comment.mentions, routes.member)}
          </Markdown>
          <CommentActions comment={comment} slug={slug} />
        </Folded>
      )}
    </article>
  );
}

/** By somebody whom the reader blocked, a comment is opened only on purpose: here, or by its link. */
function Folded({
  if: folded,
  open,
  children,
}: {
  if: boolean;
  open: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("blocks");
  if (!folded) return children;
  return (
    <Disclosure summary={t("comment")} open={open} className="text-sm text-muted">
      {children}
    </Disclosure>
  );
}

/** One's own words, hidden by their flags before a moderator has looked: edited, they are back. */
function HiddenAtOnce({ comment }: { comment: CommentView }) {
  const t = useTranslations("discussion.comment");
  const { id, version, body, can } = comment;
  return (
    <>
      <Notice>{t("hiddenAtOnce")}</Notice>
      <Markdown compact topHeading={4} className="mt-2">
        {body}
      </Markdown>
      {can.edit.granted ? (
        <details className="mt-1">
          <summary className={quietAction}>{t("edit")}</summary>
          <EditCommentForm id={id} version={version} body={body} />
        </details>
      ) : null}
    </>
  );
}

/** Who said it, to whom, when; and whether the reader has seen it. */
function Head({ comment, slug }: Omit<Props, "highlighted">) {
  const t = useTranslations("discussion.comment");
  const format = useFormatter();
  const { author, createdAt, editedAt, replyToId, replyToName } = comment;
  const date = format.dateTime(new Date(createdAt), { dateStyle: "long" });
  return (
    <Byline name={author?.name} href={author ? routes.member(author.handle) : undefined}>
      {replyToId && replyToName ? (
        <a href={`#${commentAnchor(replyToId)}`}>
          {t.rich("answers", { name: () => <bdi>{replyToName}</bdi> })}
        </a>
      ) : null}
      {author?.editorial ? <Chip>{t("editorial")}</Chip> : null}
      <Anchor
        href={commentLink(slug, comment.argumentId, comment.id)}
        aria-label={t("permalink", { date })}
        className="no-underline hover:underline"
      >
        <Time value={createdAt} precision="minute" />
      </Anchor>
      {editedAt ? <span>{t.rich("edited", { date: () => <Time value={editedAt} /> })}</span> : null}
      {comment.isNew ? <Chip className="font-semibold">{t("new")}</Chip> : null}
    </Byline>
  );
}
