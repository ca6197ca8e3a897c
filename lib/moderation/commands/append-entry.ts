import "server-only";
import type { Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { ModerationAction, ModerationGround } from "../vocabulary";
import { columnsOf, type TargetRef } from "../target";

export type NewEntry = {
  action: ModerationAction;
  about: TargetRef;
  /** Null when nobody decided: a threshold was passed. */
  actorId: number | null;
  /** Whose thing it was, or the person acted upon. */
  personId: number | null;
  ground: ModerationGround;
  publicReason: string;
  privateNote?: string;
  /** The entry that this one takes back. */
  undoesId?: number;
  /** What changed, in ids and names of the vocabulary: nobody's words. */
  details?: Record<string, unknown>;
  /** The thing as it stood before, kept apart so that the law can purge it. */
  snapshot?: Record<string, unknown>;
};

/**
 * Appends to the public log and tells the person it concerns. The last statement but one of its
 * transaction: whoever appends holds the log's end until the commit.
 *
 * @returns the entry's number
 */
export async function appendEntry(tx: Transaction, entry: NewEntry): Promise<number> {
  const { target, debateId, argumentId, commentId } = columnsOf(entry.about);
  const details = JSON.stringify(entry.details ?? {});
  const snapshot = entry.snapshot ? JSON.stringify(entry.snapshot) : null;
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT log_moderation(${entry.action}::"ModerationAction", ${target}::"ModerationTarget",
      ${entry.actorId}::int, ${env.MODERATORS_SHOWN === "by-name"}, ${debateId}::int, ${argumentId}::int, ${commentId}::int,
      ${entry.personId}::int, ${entry.ground}::"ModerationGround", ${entry.undoesId ?? null}::int,
      ${details}::jsonb, ${entry.publicReason}, ${entry.privateNote ?? ""}, ${snapshot}::jsonb) AS id`;
  const { id } = row!;
  await tellPerson(tx, id);
  return id;
}

/**
 * Whose thing it was hears of it: what, why, and how to appeal. A decision to keep concerns nobody,
 * nor that it is taken back.
 */
async function tellPerson(tx: Transaction, entryId: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, entry_id, actor_id)
    SELECT u.id, 'MODERATION', e.debate_id, e.id, CASE WHEN e.named THEN e.actor_id END
    FROM moderation_entries e JOIN users u ON u.id = e.person_id
    WHERE e.id = ${entryId} AND e.action <> 'KEEP'
      AND NOT EXISTS (SELECT FROM moderation_entries k WHERE k.id = e.undoes_id AND k.action = 'KEEP')
      AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING`;
}

/** Somebody else than whose thing it was hears of an entry too: it says that theirs was accepted. */
export async function tellOfEntry(tx: Transaction, entryId: number, userId: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, entry_id, actor_id)
    SELECT u.id, 'MODERATION', e.debate_id, e.id, CASE WHEN e.named THEN e.actor_id END
    FROM moderation_entries e JOIN users u ON u.id = ${userId}
    WHERE e.id = ${entryId} AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING`;
}

/** Whoever flagged the thing hears what came of it. */
export async function tellReporters(
  tx: Transaction,
  reviewId: number,
  entryId: number,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, entry_id)
    SELECT u.id, 'FLAGGED', f.debate_id, ${entryId}
    FROM flags f JOIN users u ON u.id = f.reporter_id
    WHERE f.review_id = ${reviewId} AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
    ORDER BY u.id
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING`;
}
