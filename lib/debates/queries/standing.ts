import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { standingOf } from "@/lib/moderation/urgency";

/** Whether a member joined days ago or has hardly written anything. */
export async function isNewHere(
  tx: Pick<Transaction, "$queryRaw"> = db,
  userId: number,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ days: number; contributions: number }[]>`
    SELECT extract(epoch FROM now() - u.created_at)::float8 / 86400 AS days,
      (SELECT count(*) FROM (SELECT FROM arguments a WHERE a.author_id = u.id AND a.status = 'LIVE' LIMIT 3) a)::int
        + (SELECT count(*) FROM (SELECT FROM comments c WHERE c.author_id = u.id AND c.status = 'LIVE' LIMIT 3) c)::int
        AS contributions
    FROM users u WHERE u.id = ${userId}`;
  return !row || standingOf(row.days, row.contributions) === "NEW";
}
