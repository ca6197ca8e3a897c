import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { TargetRef } from "@/lib/moderation/target";

/** Whether a thing was published by accepting it, and is not accepted any more. */
export async function isUnaccepted(tx: Transaction, about: TargetRef): Promise<boolean> {
  if (about.target !== "ARGUMENT" && about.target !== "COMMENT") return false;
  const madeId = about.target === "ARGUMENT" ? about.argumentId : about.commentId;
  const [row] = await tx.$queryRaw<{ unaccepted: boolean }[]>`
    SELECT is_unaccepted(${about.target}::"SuggestionKind", ${about.debateId}::int, ${madeId}::int) AS unaccepted`;
  return row!.unaccepted;
}
