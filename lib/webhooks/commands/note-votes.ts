import "server-only";
import { db, type Transaction } from "@/lib/db/client";

/**
 * Writes down for webhooks which arguments' votes have changed since the last time, once an argument
 * however many votes there were. Asked every minute; it stands beside the votes and slows none.
 * @returns how many deliveries it made
 */
export async function noteVotes(): Promise<number> {
  return db.$transaction(noteVotesIn);
}

/** As `noteVotes`, in a transaction that goes on; one at a time. */
export async function noteVotesIn(tx: Transaction): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('webhooks: votes'))`;
  return tx.$executeRaw`
    WITH wanted AS (
      SELECT w.id, w.debate_id FROM webhooks w
      WHERE w.disabled_at IS NULL AND 'votes.changed' = ANY (w.events) AND may_be_told(w.owner_id)
      FOR KEY SHARE OF w SKIP LOCKED),
    changed AS (
      INSERT INTO webhook_vote_marks AS m (debate_id, argument_id, n0, n1, n2, n3, n4)
      SELECT c.debate_id, c.argument_id, c.n0, c.n1, c.n2, c.n3, c.n4
      FROM argument_counts c LEFT JOIN webhook_vote_marks k USING (debate_id, argument_id)
      WHERE (EXISTS (SELECT FROM wanted WHERE debate_id IS NULL)
             OR c.debate_id IN (SELECT debate_id FROM wanted))
        AND (c.n0, c.n1, c.n2, c.n3, c.n4) IS DISTINCT FROM
            (COALESCE(k.n0, 0), COALESCE(k.n1, 0), COALESCE(k.n2, 0), COALESCE(k.n3, 0), COALESCE(k.n4, 0))
      ON CONFLICT (debate_id, argument_id) DO UPDATE SET
        n0 = EXCLUDED.n0, n1 = EXCLUDED.n1, n2 = EXCLUDED.n2, n3 = EXCLUDED.n3, n4 = EXCLUDED.n4
      RETURNING m.debate_id, m.argument_id)
    INSERT INTO webhook_deliveries (webhook_id, id, event, payload)
    SELECT w.id, gen_random_uuid(), 'votes.changed',
      jsonb_build_object('debateId', c.debate_id, 'argumentId', c.argument_id)
    FROM changed c
    JOIN wanted w ON w.debate_id IS NULL OR w.debate_id = c.debate_id
    JOIN debates d ON d.id = c.debate_id AND d.status <> 'DRAFT'`;
}

/** A webhook that is new to a debate's votes hears only of those to come. */
export async function beginWithVotes(tx: Transaction, debateId: number | null): Promise<void> {
  await noteVotesIn(tx);
  await tx.$executeRaw`
    INSERT INTO webhook_vote_marks (debate_id, argument_id, n0, n1, n2, n3, n4)
    SELECT debate_id, argument_id, n0, n1, n2, n3, n4 FROM argument_counts
    WHERE vote_count > 0 AND (${debateId}::int IS NULL OR debate_id = ${debateId}::int)
    ON CONFLICT (debate_id, argument_id) DO UPDATE SET
      n0 = EXCLUDED.n0, n1 = EXCLUDED.n1, n2 = EXCLUDED.n2, n3 = EXCLUDED.n3, n4 = EXCLUDED.n4`;
}
