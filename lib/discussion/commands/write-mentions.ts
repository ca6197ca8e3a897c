import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { DebateItemRef } from "@/lib/shared/ids";
import { findMentions } from "../mentions";

/** Records the people whom a changed comment names, in place of those it named before. */
export async function writeMentions(
  tx: Transaction,
  comment: DebateItemRef,
  body: string,
): Promise<void> {
  const handles = findMentions(body);
  const { debateId, id } = comment;
  await tx.$executeRaw`
    DELETE FROM comment_mentions m USING users u
    WHERE m.debate_id = ${debateId} AND m.comment_id = ${id} AND u.id = m.user_id
      AND u.handle <> ALL (${handles}::text[])`;
  if (handles.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO comment_mentions (debate_id, comment_id, user_id)
    SELECT ${debateId}, ${id}, u.id FROM users u
    WHERE u.handle = ANY (${handles}::text[]) AND u.status <> 'ERASED'
    ON CONFLICT DO NOTHING`;
}
