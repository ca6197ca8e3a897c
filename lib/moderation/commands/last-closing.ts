import "server-only";
import type { Transaction } from "@/lib/db/client";
import { columnsOf, type TargetRef } from "../target";

/**
 * The newest entry that hid or archived a thing and still stands: what a restoring takes back.
 * @returns undefined when its author archived it, or nobody did
 */
export async function lastClosing(
  tx: Transaction,
  about: Extract<TargetRef, { target: "ARGUMENT" | "COMMENT" }>,
): Promise<number | undefined> {
  const entry = await tx.moderationEntry.findFirst({
    where: { ...columnsOf(about), action: { in: ["HIDE", "ARCHIVE"] }, undoneBy: null },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return entry?.id;
}
