import "server-only";
import type { Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import type { TargetRef } from "@/lib/moderation/target";

/** Takes the words of a comment and the names in it away. Its place in the thread stays. */
export async function eraseComment(
  tx: Transaction,
  { debateId, commentId: id }: Extract<TargetRef, { target: "COMMENT" }>,
): Promise<void> {
  const body = translator("purges")("placeholder");
  await tx.comment.updateMany({
    where: { debateId, id, status: { not: "DELETED" } },
    data: { body },
  });
  await tx.commentMention.deleteMany({ where: { debateId, commentId: id } });
}
