import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { outdatePrepared } from "@/lib/interchange/commands/outdate-prepared";
import { happened } from "@/lib/live/happenings";
import { limit } from "@/lib/limits/limit";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canDeleteComment } from "../rules";
import type { DeleteCommentInput } from "../schema";
import { readComment } from "./place";
import { written, type WrittenComment } from "./post-comment";

/**
 * Takes the words of one's own comment away for good; its place in the thread stays, so that the
 * answers still answer something. Sent twice it is done once.
 *
 * @throws DomainError NOT_FOUND, ACCOUNT_DISABLED, SIGN_IN_REQUIRED, or the refusal of `canDeleteComment`
 */
export async function deleteComment(
  actor: Actor,
  { id }: DeleteCommentInput,
): Promise<WrittenComment> {
  if (actor.scopes && !actor.scopes.includes("write")) throw new DomainError("SCOPE_MISSING");
  await limit("changes", actor.id);
  const work = async (tx: Transaction) => {
    await assertVoice(tx, actor);
    const rows = await tx.$queryRaw<{ argumentId: number }[]>`
      UPDATE comments c SET body = '', status = 'DELETED', version = c.version + 1
      FROM arguments a, debates d, users u
      WHERE c.debate_id = ${id.debateId} AND c.id = ${id.id}
        AND c.status = 'LIVE' AND c.author_id = ${actor.id}
        AND a.debate_id = c.debate_id AND a.id = c.argument_id AND a.status = 'LIVE'
        AND d.id = c.debate_id AND d.status = 'OPEN'
        AND u.id = c.author_id AND u.status = 'ACTIVE'
      RETURNING c.argument_id AS "argumentId"`;
    if (rows[0]) {
      const { debateId, id: commentId } = id;
      await tx.commentMention.deleteMany({ where: { debateId, commentId } });
      await outdatePrepared(tx, debateId);
      return written(tx, { ...id, ...rows[0] });
    }
    const current = await readComment(tx, id, actor.id);
    const doneBefore = current.deleted && current.authorId === actor.id;
    if (!doneBefore) assertGranted(canDeleteComment(actor, current));
    return written(tx, { ...id, argumentId: current.argumentId });
  };
  const changes = affected.contribution(id.debateId, actor.handle);
  return writing(changes, work, (comment) =>
    happened(parsePublicId(comment.argumentId)!, "COMMENT_DELETED"),
  );
}
