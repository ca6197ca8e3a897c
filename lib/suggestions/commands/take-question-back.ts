import "server-only";
import type { Transaction } from "@/lib/db/client";
import { lockReviewed, places } from "@/lib/moderation/commands/locked-review";
import { canTakeQuestionBack } from "@/lib/moderation/triage";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { reopenRounds, unanswer } from "./waiting";

/**
 * Takes back what one asked the author of what waits: it waits again, and they are told of the
 * question no more. The log had said nothing of it.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canTakeQuestionBack`
 */
export async function takeQuestionBack(tx: Transaction, actor: Actor, id: number) {
  const found = await tx.review.findUniqueOrThrow({ where: { id }, select: places });
  const { thing, suggestion } = await lockReviewed(tx, found, actor.id);
  if (suggestion === null) throw new DomainError("NOT_FOUND");
  await tx.$executeRaw`SELECT FROM reviews WHERE id = ${id} FOR UPDATE`;
  const facts = { ...thing, ...(await asked(tx, suggestion, id)) };
  assertGranted(canTakeQuestionBack(actor, facts));
  await unanswer(tx, suggestion);
  await reopenRounds(tx, { id });
  await untell(tx, suggestion);
  const reopened = { review: id, entry: null };
  return { reopened, debateId: suggestion.debateId, handle: thing.handle };
}

async function asked(tx: Transaction, { debateId, id: suggestionId }: DebateItemRef, id: number) {
  const { status } = await tx.suggestion.findUniqueOrThrow({
    where: { debateId_id: { debateId, id: suggestionId } },
    select: { status: true },
  });
  const { decidedById } = await tx.review.findUniqueOrThrow({
    where: { id },
    select: { decidedById: true },
  });
  const later = await tx.review.count({
    where: { debateId, suggestionId, id: { gt: id }, cause: { not: "APPEAL" } },
  });
  return { status, decidedById, last: later === 0 };
}

/** The notification of the last question. */
async function untell(tx: Transaction, { debateId, id }: DebateItemRef): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM notifications n USING suggestions s
    WHERE s.debate_id = ${debateId} AND s.id = ${id} AND n.user_id = s.author_id AND n.id = (
      SELECT max(o.id) FROM notifications o
      WHERE o.user_id = s.author_id AND o.debate_id = s.debate_id AND o.suggestion_id = s.id)`;
}
