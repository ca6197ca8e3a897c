import "server-only";
import { z } from "zod";
import { withheldTitle } from "@/lib/arguments/withheld";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { decodeCursor, encodeCursor } from "@/lib/shared/cursor";
import { DomainError } from "@/lib/shared/errors";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { type QueueInput } from "../schema";
import { moderationLimits } from "../vocabulary";
import type { QueuePage } from "../view";
import { reviewRows, toQueueItem } from "./review-rows";

const cursorShape = z.tuple([z.number(), z.int().min(0).max(2_147_483_647)]);

/**
 * What this moderator may look at: everything for moderators of the site, their debates for editors.
 * @throws DomainError SIGN_IN_REQUIRED, SCOPE_MISSING, or NOT_ALLOWED for who moderates nothing
 */
export async function whatTheyModerate(viewer: Viewer | null): Promise<Prisma.Sql> {
  if (!viewer) throw new DomainError("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("moderate")) throw new DomainError("SCOPE_MISSING");
  if (isModerator(viewer)) return Prisma.sql`true`;
  const roles = await db.debateRole.findMany({
    where: { userId: viewer.id, role: "EDITOR" },
    select: { debateId: true },
  });
  if (roles.length === 0) throw new DomainError("NOT_ALLOWED");
  return Prisma.sql`v.debate_id = ANY (${roles.map(({ debateId }) => debateId)}::int[])`;
}

/**
 * What waits, the most urgent first: by score, and what waits longer comes first in the end.
 * @throws DomainError as `whatTheyModerate`
 */
export async function getQueue(viewer: Viewer | null, input: QueueInput): Promise<QueuePage> {
  const theirs = await whatTheyModerate(viewer);
  const { cause, target, debate, limit } = input;
  const after = decodeCursor(input.cursor, cursorShape);
  const wanted = Prisma.sql`v.status = 'WAITING' AND ${theirs}
    ${cause ? Prisma.sql`AND v.cause = ${cause}::"ReviewCause"` : Prisma.empty}
    ${target ? Prisma.sql`AND v.target = ${target}::"ModerationTarget"` : Prisma.empty}
    ${debate ? Prisma.sql`AND v.debate_id = (SELECT id FROM debates WHERE slug = ${debate})` : Prisma.empty}`;
  const beyond = after
    ? Prisma.sql`AND (v.priority < ${after[0]} OR v.priority = ${after[0]} AND v.id > ${after[1]})`
    : Prisma.empty;
  const rows = await reviewRows(Prisma.sql`${wanted} ${beyond}`, limit + 1);
  const [sum] = await db.$queryRaw<{ waiting: number; oldest: Date | null }[]>`
    SELECT count(*)::int AS waiting, min(opened_at) AS oldest
    FROM (SELECT v.opened_at FROM reviews v WHERE ${wanted} LIMIT ${moderationLimits.counted + 1}) w`;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const hidden = withheldTitle();
  return {
    items: rows.slice(0, limit).map((row) => toQueueItem(row, viewer!.id, hidden)),
    nextCursor: last ? encodeCursor([last.priority, last.id]) : null,
    waiting: sum!.waiting,
    oldest: sum!.oldest?.toISOString() ?? null,
  };
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
    ? Prisma.sql`AND EXISTS (SELECT FROM reviews s WHERE s.id = ${after}
        AND (v.priority < s.priority OR v.priority = s.priority AND v.id > s.id))`
    : Prisma.empty;
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT v.id FROM reviews v
    WHERE v.status = 'WAITING' AND ${theirs} AND v.author_id <> ${viewer!.id} ${beyond}
      AND (v.claimed_by_id IS NULL OR v.claimed_by_id = ${viewer!.id} OR v.claimed_until < now())
      AND NOT EXISTS (SELECT FROM appeals p JOIN moderation_entries e ON e.id = p.entry_id
                      WHERE p.review_id = v.id AND e.actor_id = ${viewer!.id})
    ORDER BY v.priority DESC, v.id LIMIT 1`;
  return { review: row?.id ?? null };
}
