import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/shared/viewer";
import { moderationLimits } from "../vocabulary";
import { whatTheyModerate } from "./queue";

/**
 * Debates in which something waits, by title, for the queue's filter.
 * @throws DomainError as `whatTheyModerate`
 */
export async function listQueuedDebates(
  viewer: Viewer | null,
): Promise<{ slug: string; title: string }[]> {
  const theirs = await whatTheyModerate(viewer);
  return db.$queryRaw<{ slug: string; title: string }[]>`
    SELECT d.slug, d.title FROM debates d
    WHERE d.id IN (SELECT v.debate_id FROM reviews v WHERE v.status = 'WAITING' AND ${theirs})
    ORDER BY d.title, d.id LIMIT 200`;
}

/**
 * How much waits for this person to decide, up to one more than is counted; null for who moderates
 * nothing.
 */
export async function countWaiting(viewer: Viewer | null): Promise<number | null> {
  if (!viewer) return null;
  const theirs = await whatTheyModerate(viewer).catch(() => null);
  if (!theirs) return null;
  const passedOn =
    viewer.role === "ADMINISTRATOR" ? Prisma.sql`true` : Prisma.sql`v.escalated_at IS NULL`;
  const [row] = await db.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM (
      SELECT FROM reviews v WHERE v.status = 'WAITING' AND v.author_id IS DISTINCT FROM ${viewer.id}
        AND ${passedOn} AND ${theirs} LIMIT ${moderationLimits.counted + 1}) w`;
  return row!.waiting;
}
