import "server-only";
import type { Transaction } from "@/lib/db/client";
import { hidingOf } from "@/lib/moderation/commands/hide-at-once";
import { DomainError } from "@/lib/shared/errors";
import { isThreadLocked, readSlowUntil } from "@/lib/debates/commands/what-keeps-out";
import type { DebateItemRef } from "@/lib/shared/ids";
import type { CommentFacts, CommentPlace } from "../rules";

/**
 * The place a comment would have, read to word a refusal.
 * @throws DomainError NOT_FOUND when there is no such argument, or its debate is a draft
 */
export async function readPlace(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  userId: number,
): Promise<CommentPlace> {
  const row = await tx.argument.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { status: true, path: true, debate: { select: { status: true, locked: true } } },
  });
  if (!row || row.debate.status === "DRAFT") throw new DomainError("NOT_FOUND");
  return {
    debateStatus: row.debate.status,
    argumentStatus: row.status,
    debateLocked: row.debate.locked,
    threadLocked: await isThreadLocked(tx, debateId, row.path),
    slowUntil: await readSlowUntil(tx, debateId, userId),
  };
}

type StoredComment = {
  argumentId: number;
  version: number;
  body: string;
  /** The entry that hid it at once and stands, while its review waits. */
  hidingId: number | null;
};

/**
 * A comment's facts and words, read to word a refusal.
 * @throws DomainError NOT_FOUND
 */
export async function readComment(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  userId: number,
): Promise<CommentFacts & StoredComment> {
  const comment = await tx.comment.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { argumentId: true, authorId: true, status: true, version: true, body: true },
  });
  if (!comment) throw new DomainError("NOT_FOUND");
  const { status, ...rest } = comment;
  const place = await readPlace(tx, { debateId, id: comment.argumentId }, userId);
  const about = {
    target: "COMMENT",
    debateId,
    argumentId: rest.argumentId,
    commentId: id,
  } as const;
  const hidingId = status === "HIDDEN" ? await hidingOf(tx, about) : null;
  return {
    ...place,
    ...rest,
    deleted: status !== "LIVE",
    hiddenAtOnce: hidingId !== null,
    hidingId,
  };
}
