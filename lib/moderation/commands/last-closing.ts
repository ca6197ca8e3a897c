import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { TargetRef } from "../target";

/**
 * The newest entry that hid or archived an argument and still stands: what a restoring takes back.
 * @returns undefined when its author archived it, or nobody did
 */
export async function lastClosing(
  tx: Transaction,
  { debateId, argumentId }: Extract<TargetRef, { target: "ARGUMENT" }>,
): Promise<number | undefined> {
  const entry = await tx.moderationEntry.findFirst({
    where: {
      debateId,
      argumentId,
      target: "ARGUMENT",
      action: { in: ["HIDE", "ARCHIVE"] },
      undoneBy: null,
    },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return entry?.id;
}
