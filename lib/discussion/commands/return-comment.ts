import "server-only";
import type { Transaction } from "@/lib/db/client";
import { bringBack } from "@/lib/moderation/commands/hide-at-once";
import { tellOfMentions } from "@/lib/notifications/commands/tell";
import type { DebateItemRef } from "@/lib/shared/ids";
import { writeMentions } from "./write-mentions";

type Hidden = {
  argumentId: number;
  authorId: number;
  version: number;
  body: string;
  hidingId: number;
};

/**
 * Gives a comment that was hidden at once its new words, and shows it again. Its row is locked, and
 * its author may do this.
 */
export async function returnComment(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  body: string,
  before: Hidden,
): Promise<{ argumentId: number; version: number }> {
  const { argumentId, authorId, version, hidingId } = before;
  await tx.comment.update({
    where: { debateId_id: { debateId, id } },
    data: { body, status: "LIVE", version: version + 1, editedAt: new Date() },
    select: { id: true },
  });
  await writeMentions(tx, { debateId, id }, body);
  await tellOfMentions(tx, { debateId, id });
  const about = { target: "COMMENT", debateId, argumentId, commentId: id } as const;
  const snapshot = { body: before.body, version, status: "HIDDEN" };
  await bringBack(tx, about, { hidingId, authorId }, snapshot);
  return { argumentId, version: version + 1 };
}
