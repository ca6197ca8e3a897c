import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { happened } from "@/lib/live/happenings";
import { limit } from "@/lib/limits/limit";
import { affected } from "@/lib/live/tags";
import { tellOfMentions } from "@/lib/notifications/commands/tell";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { assertMayName, reasonToWait } from "@/lib/suggestions/commands/intake";
import { canEditComment } from "../rules";
import type { EditCommentInput } from "../schema";
import { readComment } from "./place";
import { returnComment } from "./return-comment";
import { written, type WrittenComment } from "./post-comment";
import { writeMentions } from "./write-mentions";

/**
 * Changes the words of one's own comment; what was hidden at once comes back by that. Sent twice it is
 * done once.
 *
 * @throws DomainError NOT_FOUND, ACCOUNT_DISABLED, SIGN_IN_REQUIRED, the refusal of `canEditComment` or
 *   `canName`, CHANGE_WOULD_WAIT for words that would be held, or
 *   STALE_VERSION with `current: { version, body }` when it was changed meanwhile
 */
export async function editComment(
  actor: Actor,
  { id, version, body }: EditCommentInput,
): Promise<WrittenComment & { version: number }> {
  if (actor.scopes && !actor.scopes.includes("write")) throw new DomainError("SCOPE_MISSING");
  await limit("changes", actor.id);
  await assertMayName(actor, { id: id.debateId }, body);
  const why = await reasonToWait(actor, { id: id.debateId }, "COMMENT_EDIT", { prose: body });
  if (why) throw new DomainError("CHANGE_WOULD_WAIT");
  const work = async (tx: Transaction) => {
    await assertVoice(tx, actor);
    const rows = await tx.$queryRaw<{ argumentId: number; version: number }[]>`
      UPDATE comments c SET body = ${body}, version = c.version + 1, edited_at = now()
      FROM arguments a, debates d, users u
      WHERE c.debate_id = ${id.debateId} AND c.id = ${id.id} AND c.version = ${version}
        AND c.status = 'LIVE' AND c.author_id = ${actor.id}
        AND a.debate_id = c.debate_id AND a.id = c.argument_id AND a.status = 'LIVE'
        AND d.id = c.debate_id AND d.status = 'OPEN'
        AND u.id = c.author_id AND u.status = 'ACTIVE'
      RETURNING c.argument_id AS "argumentId", c.version`;
    if (rows[0]) {
      await writeMentions(tx, id, body);
      await tellOfMentions(tx, id);
      return { ...(await written(tx, { ...id, ...rows[0] })), version: rows[0].version };
    }
    await tx.$executeRaw`
      SELECT FROM comments WHERE debate_id = ${id.debateId} AND id = ${id.id} FOR NO KEY UPDATE`;
    const current = await readComment(tx, id, actor.id);
    assertGranted(canEditComment(actor, current));
    if (current.hidingId !== null && current.version === version) {
      const place = await returnComment(tx, id, body, { ...current, hidingId: current.hidingId });
      return { ...(await written(tx, { ...id, ...place })), version: place.version };
    }
    if (current.body !== body) {
      const stored = { version: current.version, body: current.body };
      throw new DomainError("STALE_VERSION", { current: stored });
    }
    const { argumentId } = current;
    return { ...(await written(tx, { ...id, argumentId })), version: current.version };
  };
  const changes = affected.moderation(id.debateId, actor.handle);
  return writing(changes, work, (comment) =>
    happened(parsePublicId(comment.argumentId)!, "COMMENT_CHANGED"),
  );
}
