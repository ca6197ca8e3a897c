import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { DebateItemRef } from "@/lib/shared/ids";
import { askedNow, setAsked, type Asking } from "./survive";

/** Two arguments of one debate: the one that is merged, and the one that is kept. */
export type Pair = { debateId: number; from: number; into: number };

/**
 * Counts the votes of one argument on another that says the same: one vote a person, the one given
 * later. They stay where they were too, on the merged argument, which is out of the tree. Whoever
 * wrote the kept argument has no vote on it. Both arguments and their counts are locked.
 *
 * @param version of the kept argument, made by the merge
 */
export async function joinVotes(tx: Transaction, pair: Pair, version: number): Promise<Asking> {
  const { debateId, from, into } = pair;
  await tx.$executeRaw`
    INSERT INTO former_votes (debate_id, argument_id, ended_by, user_id, impact, parent_id, stance, version, given_at)
    SELECT k.debate_id, k.argument_id, ${version}, k.user_id, k.impact, k.parent_id, k.stance, k.version, k.updated_at
    FROM impact_votes k
    JOIN impact_votes m ON m.debate_id = k.debate_id AND m.argument_id = ${from} AND m.user_id = k.user_id
    WHERE k.debate_id = ${debateId} AND k.argument_id = ${into} AND m.updated_at > k.updated_at`;
  const joined = await tx.$executeRaw`
    INSERT INTO impact_votes AS k (debate_id, argument_id, user_id, impact, parent_id, stance, version, created_at, updated_at)
    SELECT m.debate_id, a.id, m.user_id, m.impact, m.parent_id, m.stance, 0, m.created_at, m.updated_at
    FROM impact_votes m
    JOIN arguments a ON a.debate_id = m.debate_id AND a.id = ${into} AND a.author_id <> m.user_id
    WHERE m.debate_id = ${debateId} AND m.argument_id = ${from}
    ORDER BY m.user_id
    ON CONFLICT (debate_id, argument_id, user_id) DO UPDATE
      SET impact = EXCLUDED.impact, parent_id = EXCLUDED.parent_id, stance = EXCLUDED.stance,
          version = 0, updated_at = EXCLUDED.updated_at
      WHERE k.updated_at < EXCLUDED.updated_at`;
  return askJoined(tx, { debateId, id: into }, joined, version);
}

async function askJoined(
  tx: Transaction,
  ref: DebateItemRef,
  joined: number,
  version: number,
): Promise<Asking> {
  const before = await askedNow(tx, ref);
  if (joined === 0) return { before, after: before };
  const after = { version: before?.version ?? 1, at: new Date().toISOString() };
  await setAsked(tx, ref, after);
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, argument_id, version)
    SELECT u.id, 'REVOTE', v.debate_id, v.argument_id, ${version}
    FROM impact_votes v JOIN users u ON u.id = v.user_id
    WHERE v.debate_id = ${ref.debateId} AND v.argument_id = ${ref.id} AND v.version = 0
      AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
    ORDER BY u.id
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING`;
  return { before, after };
}

/**
 * Takes a merge's votes off the kept argument again and gives back those that they had replaced.
 * What people said of the kept argument since is theirs and stays.
 *
 * @param version of the kept argument, as the merge had made it
 */
export async function partVotes(
  tx: Transaction,
  { debateId, from, into }: Pair,
  version: number,
  { before, after }: Asking,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM impact_votes k USING impact_votes m
    WHERE k.debate_id = ${debateId} AND k.argument_id = ${into} AND k.version = 0
      AND m.debate_id = k.debate_id AND m.argument_id = ${from} AND m.user_id = k.user_id
      AND m.updated_at = k.updated_at`;
  await tx.$executeRaw`
    INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, parent_id, stance, version, created_at, updated_at)
    SELECT debate_id, argument_id, user_id, impact, parent_id, stance, version, given_at, given_at
    FROM former_votes WHERE debate_id = ${debateId} AND argument_id = ${into} AND ended_by = ${version}
    ON CONFLICT DO NOTHING`;
  if (after === before) return;
  // Unless a later change asks on, or the time is over.
  await tx.$executeRaw`
    UPDATE arguments SET asked_version = ${before?.version ?? null}::int, asked_at = ${before?.at ?? null}::timestamptz
    WHERE debate_id = ${debateId} AND id = ${into}
      AND asked_version = ${after?.version ?? null}::int AND asked_at = ${after?.at ?? null}::timestamptz`;
}
