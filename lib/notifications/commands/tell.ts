import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { DebateItemRef } from "@/lib/shared/ids";

// New arguments and comments are told of in the statements that write them (the migration `posts`).
//
// Each is one statement inside the transaction of its cause, and none grows with the number of
// followers: their news are counted when they are read. Only people with an open account are told,
// never of their own doing; their rows are locked against an erasure that is on its way.

/** After a comment was changed: tells the people it names now and who had not heard of it. */
export async function tellOfMentions(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, argument_id, comment_id, actor_id)
    SELECT u.id, 'MENTION', c.debate_id, c.argument_id, c.id, c.author_id
    FROM comments c
    JOIN comment_mentions m ON m.debate_id = c.debate_id AND m.comment_id = c.id
    JOIN users u ON u.id = m.user_id
    WHERE c.debate_id = ${debateId} AND c.id = ${id} AND u.id <> c.author_id
      AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
    ORDER BY u.id
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING`;
}

/** After a fact was corrected: tells the authors of live arguments that cite it, each once. */
export async function tellOfCorrection(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  entryId: number,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, entry_id, actor_id)
    SELECT u.id, 'MODERATION', e.debate_id, e.id, CASE WHEN e.named THEN e.actor_id END
    FROM moderation_entries e JOIN users u ON u.id <> e.actor_id
    WHERE e.id = ${entryId} AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
      AND u.id IN (
        SELECT a.author_id FROM argument_facts c
        JOIN arguments a ON a.debate_id = c.debate_id AND a.id = c.argument_id AND a.status = 'LIVE'
        WHERE c.debate_id = ${debateId} AND c.fact_id = ${id})
    ORDER BY u.id
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING`;
}

/** Tells a member that they are an editor of a debate now. Nobody is told of their own doing. */
export async function tellOfInvitation(
  tx: Transaction,
  { debateId, userId, actorId }: { debateId: number; userId: number; actorId: number },
): Promise<void> {
  if (userId === actorId) return;
  await tx.notification.create({
    data: { kind: "INVITED", debateId, userId, actorId },
    select: { id: true },
  });
}

/** Tells the author of an argument that somebody else edited, archived or restored it. */
export async function tellOfChange(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  version: number,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, argument_id, version, actor_id)
    SELECT u.id, 'MODERATION', a.debate_id, a.id, r.version, r.editor_id
    FROM arguments a
    JOIN argument_revisions r
      ON r.debate_id = a.debate_id AND r.argument_id = a.id AND r.version = ${version}
    JOIN users u ON u.id = a.author_id
    WHERE a.debate_id = ${debateId} AND a.id = ${id} AND u.id <> r.editor_id
      AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING`;
}

/** Tells whoever had a file prepared that it is ready, or could not be made. */
export async function tellOfExport(tx: Transaction, exportId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, export_id)
    SELECT u.id, 'EXPORT', x.debate_id, x.id
    FROM prepared_exports x JOIN users u ON u.id = x.owner_id
    WHERE x.id = ${exportId}::uuid AND u.status = 'ACTIVE'
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING`;
}
