import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import type { DebateItemRef } from "@/lib/shared/ids";

/** So many arguments a run at most; the next run goes on. */
const mostAtOnce = 200;

/**
 * Votes that were asked about and not confirmed within VOTES_LAPSE_DAYS cease to count. They stay in
 * history, and what takes the change back gives them back.
 * @returns how many ceased to count
 */
export async function lapseVotes(now = new Date()): Promise<number> {
  const due = await db.argument.findMany({
    where: { askedAt: { lt: new Date(now.getTime() - env.VOTES_LAPSE_DAYS * 86_400_000) } },
    select: { debateId: true, id: true },
    orderBy: { askedAt: "asc" },
    take: mostAtOnce,
  });
  let lapsed = 0;
  for (const ref of due) {
    lapsed += await db.$transaction((tx) => lapse(tx, ref, now));
    tellChanged(...affected.vote(ref.debateId));
  }
  return lapsed;
}

async function lapse(tx: Transaction, { debateId, id }: DebateItemRef, now: Date): Promise<number> {
  await tx.$executeRaw`SELECT FROM arguments WHERE debate_id = ${debateId} AND id = ${id} FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    SELECT FROM argument_counts WHERE debate_id = ${debateId} AND argument_id = ${id} FOR NO KEY UPDATE`;
  const lapsed = await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM impact_votes v USING arguments a
      WHERE a.debate_id = ${debateId} AND a.id = ${id} AND a.debate_id = v.debate_id AND a.id = v.argument_id
        AND v.version < a.asked_version
      RETURNING v.*, a.asked_version)
    INSERT INTO former_votes (debate_id, argument_id, ended_by, user_id, impact, parent_id, stance, version, given_at, lapsed_at)
    SELECT debate_id, argument_id, asked_version, user_id, impact, parent_id, stance, version, updated_at, ${now}
    FROM gone
    ON CONFLICT (debate_id, argument_id, ended_by, user_id) DO UPDATE SET lapsed_at = EXCLUDED.lapsed_at`;
  await tx.argument.update({
    where: { debateId_id: { debateId, id } },
    data: { askedVersion: null, askedAt: null },
    select: { id: true },
  });
  return lapsed;
}
