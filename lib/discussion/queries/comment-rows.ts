import "server-only";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { commentPermissions } from "../rules";
import type { CommentView } from "../view";
import type { ReadingPlace } from "./place";

/** A comment as the statement below gives it. */
export type CommentRow = {
  debateId: number;
  id: number;
  argumentId: number;
  replyToId: number | null;
  threadId: number;
  authorId: number;
  body: string;
  deleted: boolean;
  hidden: boolean;
  blocked: boolean;
  hiddenAtOnce: boolean;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  handle: string | null;
  name: string;
  editorial: boolean;
  replyToName: string | null;
  mentions: string[];
};

/**
 * Comments with their authors, whom they answer and whom they name, in the order of the
 * discussion; one statement. Deleted words and erased people never leave the database; what was hidden
 * at once its author reads.
 */
export function commentRows(
  which: Prisma.Sql,
  limit: number,
  viewer: Viewer | null,
): Promise<CommentRow[]> {
  return db.$queryRaw<CommentRow[]>`
    SELECT c.debate_id AS "debateId", c.id, c.argument_id AS "argumentId", c.reply_to_id AS "replyToId",
           c.thread_id AS "threadId", c.author_id AS "authorId", c.version,
           c.created_at AS "createdAt", c.edited_at AS "editedAt", c.status <> 'LIVE' AS deleted,
           c.status = 'HIDDEN' AS hidden,
           EXISTS (SELECT FROM blocks b WHERE b.blocker_id = ${viewer?.id ?? 0} AND b.blocked_id = c.author_id) AS blocked,
           own.comes_back AS "hiddenAtOnce",
           CASE WHEN c.status = 'LIVE' OR own.comes_back THEN c.body ELSE '' END AS body,
           CASE WHEN c.status = 'LIVE' AND u.status <> 'ERASED' THEN u.handle END AS handle,
           u.name, u.kind = 'EDITORIAL' AS editorial,
           CASE WHEN r.status = 'LIVE' AND ru.status <> 'ERASED' THEN ru.name END AS "replyToName",
           ARRAY(SELECT mu.handle FROM comment_mentions m JOIN users mu ON mu.id = m.user_id
                 WHERE m.debate_id = c.debate_id AND m.comment_id = c.id
                   AND c.status = 'LIVE' AND mu.status <> 'ERASED'
                 ORDER BY mu.handle) AS mentions
    FROM comments c
    JOIN users u ON u.id = c.author_id
    CROSS JOIN LATERAL (SELECT c.status = 'HIDDEN' AND c.author_id = ${viewer?.id ?? 0}
      AND hidden_at_once('COMMENT', c.debate_id, c.argument_id, c.id) IS NOT NULL AS comes_back) own
    LEFT JOIN comments r ON r.debate_id = c.debate_id AND r.id = c.reply_to_id
    LEFT JOIN users ru ON ru.id = r.author_id
    WHERE ${which}
    ORDER BY c.thread_id, c.id
    LIMIT ${limit}`;
}

/** A row as the reader of this place sees it. */
export function toCommentView(row: CommentRow, place: ReadingPlace): CommentView {
  const { debateId, authorId, deleted } = row;
  const isNew =
    !deleted &&
    place.newSince !== null &&
    row.createdAt > place.newSince &&
    authorId !== place.viewer?.id;
  return {
    id: publicId(row),
    argumentId: publicId({ debateId, id: row.argumentId }),
    replyToId: row.replyToId === null ? null : publicId({ debateId, id: row.replyToId }),
    replyToName: row.replyToName,
    threadId: publicId({ debateId, id: row.threadId }),
    author:
      row.handle === null ? null : { handle: row.handle, name: row.name, editorial: row.editorial },
    body: row.body,
    deleted,
    hidden: row.hidden,
    blocked: !deleted && row.blocked,
    hiddenAtOnce: row.hiddenAtOnce,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: deleted ? null : (row.editedAt?.toISOString() ?? null),
    isNew,
    mentions: row.mentions,
    can: commentPermissions(place.viewer, {
      ...place,
      authorId,
      deleted,
      hiddenAtOnce: row.hiddenAtOnce,
    }),
  };
}
