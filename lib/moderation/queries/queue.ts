import "server-only";
import { z } from "zod";
import { withheldTitle } from "@/lib/arguments/withheld";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { decodeCursor, encodeCursor } from "@/lib/shared/cursor";
import { assertGranted } from "@/lib/shared/permission";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import type { QueueInput } from "../queue-schema";
import { canSeeQueue } from "../triage";
import { moderationLimits, type ReviewCause } from "../vocabulary";
import type { QueuePage } from "../view";
import { fitting } from "./queue-filter";
import { inOrder, reviewRows, toQueueItem } from "./review-rows";

/** Where a page ended: whether it was passed on, its priority and its number. */
const cursorShape = z.tuple([z.int().min(0).max(1), z.number(), z.int().min(0).max(2_147_483_647)]);

/**
 * What this moderator may look at: everything for moderators of the site, their debates for editors.
 * @throws DomainError the refusal of `canSeeQueue`
 */
export async function whatTheyModerate(viewer: Viewer | null): Promise<Prisma.Sql> {
  if (viewer && isModerator(viewer)) {
    assertGranted(canSeeQueue(viewer, { edits: false }));
    return Prisma.sql`true`;
  }
  const roles = viewer
    ? await db.debateRole.findMany({
        where: { userId: viewer.id, role: "EDITOR" },
        select: { debateId: true },
      })
    : [];
  assertGranted(canSeeQueue(viewer, { edits: roles.length > 0 }));
  return Prisma.sql`v.debate_id = ANY (${roles.map(({ debateId }) => debateId)}::int[])`;
}

/**
 * What waits, the most urgent first: by score, and what waits longer comes first in the end. For
 * administrators, what was passed on to them comes before all else.
 *
 * @throws DomainError as `whatTheyModerate`
 */
export async function getQueue(viewer: Viewer | null, input: QueueInput): Promise<QueuePage> {
  const theirs = await whatTheyModerate(viewer);
  const { limit } = input;
  const first = viewer?.role === "ADMINISTRATOR";
  const after = decodeCursor(input.cursor, cursorShape);
  const wanted = Prisma.sql`v.status = 'WAITING' AND ${theirs} ${fitting(input, viewer!.id, theirs)}`;
  const beyond = after ? behind(after, first) : Prisma.empty;
  const rows = await reviewRows(Prisma.sql`${wanted} ${beyond}`, limit + 1, first);
  const [sum, causes] = await Promise.all([
    countWaiting(Prisma.sql`${theirs} ${fitting(input, viewer!.id, theirs)}`),
    countCauses(
      Prisma.sql`${theirs} ${fitting({ ...input, cause: undefined }, viewer!.id, theirs)}`,
    ),
  ]);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const hidden = withheldTitle();
  return {
    items: rows.slice(0, limit).map((row) => toQueueItem(row, viewer!.id, hidden)),
    nextCursor: last ? encodeCursor([last.escalated ? 1 : 0, last.priority, last.id]) : null,
    waiting: sum.waiting,
    oldest: sum.oldest?.toISOString() ?? null,
    causes,
  };
}

/**
 * How many things wait, up to one more than is counted, and since when.
 * @param which what this moderator may look at, and wants to
 */
export async function countWaiting(
  which: Prisma.Sql,
): Promise<{ waiting: number; oldest: Date | null }> {
  const [sum] = await db.$queryRaw<{ waiting: number; oldest: Date | null }[]>`
    SELECT count(*)::int AS waiting, min(opened_at) AS oldest
    FROM (SELECT v.opened_at FROM reviews v WHERE v.status = 'WAITING' AND ${which}
          LIMIT ${moderationLimits.counted + 1}) w`;
  return sum!;
}

/** How many wait for each cause; null when there are more than are counted. */
async function countCauses(which: Prisma.Sql): Promise<QueuePage["causes"]> {
  const rows = await db.$queryRaw<{ cause: ReviewCause; count: number }[]>`
    SELECT w.cause::text AS cause, count(*)::int AS count
    FROM (SELECT v.cause FROM reviews v WHERE v.status = 'WAITING' AND ${which}
          LIMIT ${moderationLimits.counted + 1}) w GROUP BY w.cause`;
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  if (all > moderationLimits.counted) return null;
  return Object.fromEntries(rows.map(({ cause, count }) => [cause, count]));
}

function behind(
  [passedOn, priority, id]: [number, number, number],
  escalatedFirst: boolean,
): Prisma.Sql {
  const later = Prisma.sql`(v.priority < ${priority} OR v.priority = ${priority} AND v.id > ${id})`;
  if (!escalatedFirst) return Prisma.sql`AND ${later}`;
  const same = Prisma.sql`(v.escalated_at IS NOT NULL) = ${passedOn === 1}`;
  return passedOn === 1
    ? Prisma.sql`AND (v.escalated_at IS NULL OR ${same} AND ${later})`
    : Prisma.sql`AND ${same} AND ${later}`;
}

/**
 * The review to look at next: the most urgent that nobody else has claimed and this moderator may
 * decide, `after` the one they leave for later.
 *
 * @returns null inside when nothing else waits
 * @throws DomainError as `whatTheyModerate`
 */
export async function nextReview(
  viewer: Viewer | null,
  after?: number,
): Promise<{ review: number | null }> {
  const theirs = await whatTheyModerate(viewer);
  const beyond = after
    ? Prisma.sql`AND EXISTS (SELECT FROM reviews s WHERE s.id = ${after} AND CASE
        WHEN (v.escalated_at IS NULL) = (s.escalated_at IS NULL)
        THEN v.priority < s.priority OR v.priority = s.priority AND v.id > s.id
        ELSE v.escalated_at IS NULL END)`
    : Prisma.empty;
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT v.id FROM reviews v
    WHERE v.status = 'WAITING' AND ${theirs} AND v.author_id IS DISTINCT FROM ${viewer!.id} ${beyond}
      AND ${viewer!.role === "ADMINISTRATOR" ? Prisma.sql`true` : Prisma.sql`v.escalated_at IS NULL`}
      AND (v.claimed_by_id IS NULL OR v.claimed_by_id = ${viewer!.id} OR v.claimed_until < now())
      AND NOT EXISTS (SELECT FROM appeals p JOIN moderation_entries e ON e.id = p.entry_id
                      WHERE p.review_id = v.id AND e.actor_id = ${viewer!.id})
    ORDER BY ${inOrder(viewer!.role === "ADMINISTRATOR")} LIMIT 1`;
  return { review: row?.id ?? null };
}
