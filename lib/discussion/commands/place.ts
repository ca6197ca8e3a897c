import "server-only";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import type { CommentFacts, CommentPlace } from "../rules";

/**
 * The place a comment would have, read to word a refusal.
 * @throws DomainError NOT_FOUND when there is no such argument, or its debate is a draft
 */
export async function readPlace(tx: Transaction, argument: DebateItemRef): Promise<CommentPlace> {
  const row = await tx.argument.findUnique({
    where: { debateId_id: { debateId: argument.debateId, id: argument.id } },
    select: { status: true, debate: { select: { status: true } } },
  });
  if (!row || row.debate.status === "DRAFT") throw new DomainError("NOT_FOUND");
  return { debateStatus: row.debate.status, argumentStatus: row.status };
}

/**
 * A comment's facts and words, read to word a refusal.
 * @throws DomainError NOT_FOUND
 */
export async function readComment(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
): Promise<CommentFacts & { argumentId: number; version: number; body: string }> {
  const comment = await tx.comment.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { argumentId: true, authorId: true, status: true, version: true, body: true },
  });
  if (!comment) throw new DomainError("NOT_FOUND");
  const { status, ...rest } = comment;
  const place = await readPlace(tx, { debateId, id: comment.argumentId });
  return { ...place, ...rest, deleted: status !== "LIVE" };
}
