import "server-only";
import type { Transaction } from "@/lib/db/client";

/** When a person may next add something to a debate in slow mode; null when now. */
export async function readSlowUntil(
  tx: Pick<Transaction, "$queryRaw">,
  debateId: number,
  userId: number,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ until: Date | null }[]>`
    SELECT slow_until(${debateId}, ${userId}) AS until`;
  return row?.until ?? null;
}

/** Whether the argument at this place, or one above it, is locked. */
export async function isThreadLocked(
  tx: Transaction,
  debateId: number,
  path: readonly number[],
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
    SELECT is_thread_locked(${debateId}, ${[...path]}::int[]) AS locked`;
  return row!.locked;
}
