import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { QueueFilter } from "../queue-schema";
import { queueLimits } from "../queue-vocabulary";

/**
 * The conditions that narrow the queue to what was asked for; each begins with AND.
 * @param theirs what this moderator may look at
 */
export function fitting(filter: QueueFilter, viewerId: number, theirs: Prisma.Sql): Prisma.Sql {
  const { cause, target, debate, reason, taken, escalated, days, q } = filter;
  const conditions: Prisma.Sql[] = [];
  if (cause) conditions.push(Prisma.sql`v.cause = ${cause}::"ReviewCause"`);
  if (target) conditions.push(Prisma.sql`v.target = ${target}::"ModerationTarget"`);
  if (debate) {
    conditions.push(Prisma.sql`v.debate_id = (SELECT id FROM debates WHERE slug = ${debate})`);
  }
  if (reason) {
    conditions.push(Prisma.sql`EXISTS (
      SELECT FROM flags f WHERE f.review_id = v.id AND f.reason = ${reason}::"FlagReason")`);
  }
  if (taken) conditions.push(takenBy(taken, viewerId));
  if (escalated === "true") conditions.push(Prisma.sql`v.escalated_at IS NOT NULL`);
  if (escalated === "false") conditions.push(Prisma.sql`v.escalated_at IS NULL`);
  if (days) conditions.push(Prisma.sql`v.opened_at <= now() - make_interval(days => ${days}::int)`);
  if (q) conditions.push(saying(q, theirs));
  if (conditions.length === 0) return Prisma.empty;
  return Prisma.sql`AND ${Prisma.join(conditions, " AND ")}`;
}

function takenBy(taken: NonNullable<QueueFilter["taken"]>, viewerId: number): Prisma.Sql {
  const claimed = Prisma.sql`v.claimed_by_id IS NOT NULL AND v.claimed_until > now()`;
  if (taken === "NOBODY") return Prisma.sql`NOT (${claimed})`;
  return taken === "MINE"
    ? Prisma.sql`${claimed} AND v.claimed_by_id = ${viewerId}`
    : Prisma.sql`${claimed} AND v.claimed_by_id <> ${viewerId}`;
}

/** Words stand in no index of the queue, so that only its most urgent part is searched. */
function saying(q: string, theirs: Prisma.Sql): Prisma.Sql {
  const words = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`v.id = ANY (ARRAY(
    SELECT s.id FROM (
      SELECT v.* FROM reviews v WHERE v.status = 'WAITING' AND ${theirs}
      ORDER BY v.priority DESC, v.id LIMIT ${queueLimits.searched}) s
    LEFT JOIN users u ON u.id = s.author_id
    LEFT JOIN debates d ON d.id = s.debate_id AND s.author_id IS NULL
    LEFT JOIN facts f ON f.debate_id = s.debate_id AND f.id = s.fact_id
    LEFT JOIN arguments a ON a.debate_id = s.debate_id AND a.id = s.argument_id AND s.target = 'ARGUMENT'
    LEFT JOIN comments c ON c.debate_id = s.debate_id AND c.id = s.comment_id
    WHERE u.name ILIKE ${words} OR u.handle ILIKE ${words} OR a.title ILIKE ${words}
      OR a.body ILIKE ${words} OR c.body ILIKE ${words}
      OR d.title ILIKE ${words} OR f.text ILIKE ${words}))`;
}
