import { useTranslations } from "next-intl";
import { quietAction, quietRow } from "@/components/arguments/quiet-action";
import { Anchor } from "@/components/ui/anchor";
import type { CommentView } from "@/lib/discussion/view";
import { routes } from "@/lib/routes";
import { BlockForm } from "@/components/blocks/block-form";
import { commentFormAnchor } from "./discussion-address";
import { DeleteCommentForm } from "./delete-comment-form";
import { EditCommentForm } from "./edit-comment-form";

/** What this reader can do with a comment. What is not for them is left out. */
export function CommentActions({ comment, slug }: { comment: CommentView; slug: string }) {
  const t = useTranslations("discussion.comment");
  const blocks = useTranslations("blocks");
  const { id, argumentId, author, can, version, body } = comment;
  if (comment.deleted) return null;
  const group = `comment-${id}-actions`;
  const reply = routes.argument(slug, argumentId, { comment: id, replyTo: id });
  return (
    <div className={quietRow} data-no-print="">
      {can.reply.granted ? (
        <Anchor
          href={`${reply}#${commentFormAnchor}`}
          aria-label={author ? t("replyTo", { name: author.name }) : undefined}
          className={quietAction}
        >
          {t("reply")}
        </Anchor>
      ) : null}
      {can.edit.granted ? (
        <details name={group} className="open:order-1 open:basis-full">
          <summary className={quietAction}>{t("edit")}</summary>
          <EditCommentForm id={id} version={version} body={body} />
        </details>
      ) : null}
      {can.delete.granted ? (
        <details name={group} className="open:order-1 open:basis-full">
          <summary className={quietAction}>{t("delete")}</summary>
          <DeleteCommentForm id={id} />
        </details>
      ) : null}
      {can.edit.granted ? null : (
        <Anchor
          href={routes.flag("comment", id)}
          aria-label={author ? t("flagOf", { name: author.name }) : undefined}
          className={quietAction}
        >
          {t("flag")}
        </Anchor>
      )}
      {can.block.granted && author && !comment.blocked ? (
        <details name={group} className="open:order-1 open:basis-full">
          <summary className={quietAction} aria-label={blocks("blockNamed", { name: author.name })}>
            {blocks("block")}
          </summary>
          <BlockForm person={author} scope={id} />
        </details>
      ) : null}
    </div>
  );
}
