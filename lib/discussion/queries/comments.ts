import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { decodeCursor, encodeCursor, type Page } from "@/lib/shared/cursor";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import type { CommentView } from "../view";
import { commentRows, toCommentView } from "./comment-rows";
import { readingPlace } from "./place";

const rowId = z.int().min(1).max(2_147_483_647);
const cursorShape = z.tuple([rowId, rowId]);

export type CommentsInput = {
  cursor?: string | undefined;
  /** 1 to 500; 50 unless said otherwise. */
  limit?: number;
  /** The page that holds this comment ("42-9"), instead of the first. */
  around?: string | undefined;
};

/** A page of a discussion; `hasEarlier` when comments stand before it. */
export type CommentPage = Page<CommentView> & { hasEarlier: boolean };

/**
 * The comments on an argument, thread by thread in the order they began. Two statements, whatever
 * the number. A cursor or comment that is not understood shows the first page.
 *
 * @throws DomainError NOT_FOUND when the viewer may not see the argument
 */
export async function listComments(
  argumentId: string,
  viewer: Viewer | null,
  { cursor, limit = 50, around }: CommentsInput = {},
): Promise<CommentPage> {
  const argument = parsePublicId(argumentId);
  if (!argument) throw new DomainError("NOT_FOUND");
  const after = decodeCursor(cursor, cursorShape);
  const target = after ? null : parsePublicId(around ?? "");
  const asked =
    target?.debateId === argument.debateId
      ? { comment: target.id, before: Math.max(1, Math.floor(limit / 2)) }
      : undefined;
  const place = await readingPlace(argument, viewer, asked);
  if (!place) throw new DomainError("NOT_FOUND");
  const { start } = place;
  const from = after
    ? Prisma.sql`AND (c.thread_id, c.id) > (${after[0]}, ${after[1]})`
    : start
      ? Prisma.sql`AND (c.thread_id, c.id) > (${start.threadId}, ${start.id})`
      : Prisma.empty;
  const which = Prisma.sql`c.debate_id = ${argument.debateId} AND c.argument_id = ${argument.id} ${from}`;
  const rows = await commentRows(which, limit + 1, viewer);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toCommentView(row, place)),
    nextCursor: last && rows.length > limit ? encodeCursor([last.threadId, last.id]) : null,
    hasEarlier: after !== null || start !== null,
  };
}

/** One comment, deleted ones without their words. Null when it is not there for this viewer. */
export async function getComment(id: string, viewer: Viewer | null): Promise<CommentView | null> {
  const ref = parsePublicId(id);
  if (!ref) return null;
  const which = Prisma.sql`c.debate_id = ${ref.debateId} AND c.id = ${ref.id}`;
  const [row] = await commentRows(which, 1, viewer);
  if (!row) return null;
  const place = await readingPlace({ debateId: row.debateId, id: row.argumentId }, viewer);
  return place && toCommentView(row, place);
}
