import "server-only";
import type { Transaction } from "@/lib/db/client";
import { reporterWeight, standingOf } from "../urgency";

/** How much the reporter's word counts now. */
export async function weigh(tx: Transaction, reporterId: number): Promise<number> {
  const [row] = await tx.$queryRaw<
    { days: number; contributions: number; agreed: number; decided: number }[]
  >`
    SELECT extract(epoch FROM now() - u.created_at)::float8 / 86400 AS days,
      (SELECT count(*) FROM (SELECT FROM arguments a WHERE a.author_id = u.id AND a.status = 'LIVE' LIMIT 30) a)::int
        + (SELECT count(*) FROM (SELECT FROM comments c WHERE c.author_id = u.id AND c.status = 'LIVE' LIMIT 30) c)::int
        AS contributions,
      last.agreed, last.decided
    FROM users u, LATERAL (
      SELECT count(*)::int AS decided, (count(*) FILTER (WHERE f.outcome = 'UPHELD'))::int AS agreed
      FROM (SELECT outcome FROM flags WHERE reporter_id = u.id AND decided_at IS NOT NULL
            ORDER BY decided_at DESC LIMIT 100) f) last
    WHERE u.id = ${reporterId}`;
  const { days, contributions, agreed, decided } = row!;
  return reporterWeight(standingOf(days, contributions), { agreed, decided });
}
