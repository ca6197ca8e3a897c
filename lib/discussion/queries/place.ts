import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { DebateStatus } from "@/lib/debates/schema";
import { newSince } from "@/lib/debates/visits";
import type { DebateItemRef } from "@/lib/shared/ids";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import type { CommentPlace } from "../rules";

/** Where comments are read, by whom, and where the page begins. */
export type ReadingPlace = CommentPlace & {
  viewer: Viewer | null;
  newSince: Date | null;
  /** The first row of a page around a comment; null for the first page. */
  start: CommentKey | null;
};

/** The order of a discussion: by thread, and inside it by arrival. */
export type CommentKey = { threadId: number; id: number };

type Row = Omit<CommentPlace, "slowUntil"> & {
  isEditor: boolean;
  seenAt: Date | null;
  previousAt: Date | null;
  threadId: number | null;
  id: number | null;
};

/**
 * One statement: the argument, its debate, the viewer's last visit, and the start of the page
 * around a comment.
 *
 * @param around show the page that holds this comment, with `before` comments ahead of it
 * @returns null when there is no such argument, or the viewer may not see its debate
 */
export async function readingPlace(
  argument: DebateItemRef,
  viewer: Viewer | null,
  around?: { comment: number; before: number },
): Promise<ReadingPlace | null> {
  const userId = viewer?.id ?? 0;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT a.status AS "argumentStatus", d.status AS "debateStatus", d.locked AS "debateLocked",
           is_thread_locked(d.id, a.path) AS "threadLocked", r.user_id IS NOT NULL AS "isEditor",
           v.seen_at AS "seenAt", v.previous_at AS "previousAt", start.thread_id AS "threadId", start.id
    FROM arguments a
    JOIN debates d ON d.id = a.debate_id
    LEFT JOIN debate_roles r ON r.debate_id = d.id AND r.user_id = ${userId} AND r.role = 'EDITOR'
    LEFT JOIN debate_visits v ON v.debate_id = d.id AND v.user_id = ${userId}
    LEFT JOIN (${startAround(argument, around)}) start ON true
    WHERE a.debate_id = ${argument.debateId} AND a.id = ${argument.id}`;
  if (!row) return null;
  const { argumentStatus, debateStatus, debateLocked, threadLocked } = row;
  const { isEditor, seenAt, previousAt, threadId, id } = row;
  const seesDrafts = isEditor || (viewer !== null && isModerator(viewer));
  if (debateStatus === ("DRAFT" satisfies DebateStatus) && !seesDrafts) return null;
  return {
    argumentStatus,
    debateStatus,
    debateLocked,
    threadLocked,
    // Said when something is sent: until then it can be written.
    slowUntil: null,
    viewer,
    newSince: newSince(seenAt && { seenAt, previousAt }, new Date()),
    start: threadId !== null && id !== null ? { threadId, id } : null,
  };
}

/** The row that stands `before` places ahead of a comment; none when the first page holds it. */
function startAround(
  argument: DebateItemRef,
  around: { comment: number; before: number } | undefined,
): Prisma.Sql {
  if (!around) return Prisma.sql`SELECT NULL::int AS thread_id, NULL::int AS id`;
  const { debateId, id: argumentId } = argument;
  return Prisma.sql`
    SELECT c.thread_id, c.id FROM comments c
    JOIN comments target ON target.debate_id = ${debateId} AND target.id = ${around.comment}
      AND target.argument_id = ${argumentId}
    WHERE c.debate_id = ${debateId} AND c.argument_id = ${argumentId}
      AND (c.thread_id, c.id) <= (target.thread_id, target.id)
    ORDER BY c.thread_id DESC, c.id DESC
    OFFSET ${around.before} LIMIT 1`;
}
