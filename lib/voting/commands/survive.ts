import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { DebateItemRef } from "@/lib/shared/ids";

/**
 * Votes survive curation (decision 41). A change of what was voted on makes them "asked": they are
 * copied to history, count on for a time, and their owners are asked once whether they still hold.
 * A vote is asked while its version is below the argument's `asked_version`.
 */

/** Since which version votes are asked about, and since when; null when none are. */
export type Asked = { version: number; at: string } | null;

/** What an asking changed, to take it back by. */
export type Asking = { before: Asked; after: Asked };

/** Whose votes are asked about now. */
export async function askedNow(tx: Transaction, { debateId, id }: DebateItemRef): Promise<Asked> {
  const { askedVersion, askedAt } = await tx.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
    select: { askedVersion: true, askedAt: true },
  });
  return askedVersion === null ? null : { version: askedVersion, at: askedAt!.toISOString() };
}

/** Asks, or asks no more. */
export async function setAsked(tx: Transaction, ref: DebateItemRef, asked: Asked): Promise<void> {
  await tx.argument.update({
    where: { debateId_id: { debateId: ref.debateId, id: ref.id } },
    data: { askedVersion: asked?.version ?? null, askedAt: asked ? new Date(asked.at) : null },
    select: { id: true },
  });
}

/**
 * Asks everybody whose vote was given before `version`, the argument's newest, which changed what
 * they had voted on. The argument and its counts are locked.
 */
export async function askAgain(
  tx: Transaction,
  ref: DebateItemRef,
  version: number,
): Promise<Asking> {
  const before = await askedNow(tx, ref);
  const copied = await tx.$executeRaw`
    INSERT INTO former_votes (debate_id, argument_id, ended_by, user_id, impact, parent_id, stance, version, given_at)
    SELECT debate_id, argument_id, ${version}, user_id, impact, parent_id, stance, version, updated_at
    FROM impact_votes WHERE debate_id = ${ref.debateId} AND argument_id = ${ref.id}`;
  if (copied === 0) return { before, after: before };
  const after = { version, at: new Date().toISOString() };
  await setAsked(tx, ref, after);
  await tellVoters(tx, ref, version);
  return { before, after };
}

/** Whoever's vote is asked about is told, once a change. */
async function tellVoters(tx: Transaction, ref: DebateItemRef, version: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, argument_id, version)
    SELECT u.id, 'REVOTE', a.debate_id, a.id, ${version}
    FROM arguments a
    JOIN impact_votes v ON v.debate_id = a.debate_id AND v.argument_id = a.id AND v.version < a.asked_version
    JOIN users u ON u.id = v.user_id
    WHERE a.debate_id = ${ref.debateId} AND a.id = ${ref.id}
      AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
    ORDER BY u.id
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING`;
}

/**
 * The votes as they were before version `ended` changed what they were given on; `version` is the one
 * that takes it back. Votes given meanwhile were given on something else: now those are asked about.
 */
export async function unask(
  tx: Transaction,
  ref: DebateItemRef,
  { ended, version, asking }: { ended: number; version: number; asking: Asking },
): Promise<void> {
  const { debateId, id } = ref;
  const since = asking.before?.version ?? 0;
  await tx.$executeRaw`
    INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, parent_id, stance, version, created_at, updated_at)
    SELECT debate_id, argument_id, user_id, impact, parent_id, stance, version, given_at, given_at
    FROM former_votes
    WHERE debate_id = ${debateId} AND argument_id = ${id} AND ended_by = ${ended} AND lapsed_at IS NOT NULL
    ON CONFLICT DO NOTHING`;
  const meanwhile = await tx.impactVote.count({
    where: { debateId, argumentId: id, version: { gte: ended } },
  });
  const now = await askedNow(tx, ref);
  if (meanwhile === 0) {
    // A later change asks on.
    if (now === null || now.version <= ended) await setAsked(tx, ref, asking.before);
    return;
  }
  await tx.impactVote.updateMany({
    where: { debateId, argumentId: id, version: { gte: since, lt: ended } },
    data: { version },
  });
  await setAsked(tx, ref, { version, at: new Date().toISOString() });
  await tellVoters(tx, ref, version);
}
