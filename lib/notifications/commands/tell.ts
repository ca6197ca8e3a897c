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
