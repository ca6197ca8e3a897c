import "server-only";
import { tellChanged } from "@/lib/live/changes";
import type { Tag } from "@/lib/live/tags";
import { db, type Transaction } from "./client";

/**
 * One write: a transaction, and once it is committed, word of what it has changed.
 *
 * @param changes what to tell (see `affected` in lib/live/tags)
 */
export async function writing<T>(
  changes: readonly Tag[],
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const result = await db.$transaction(work);
  tellChanged(...changes);
  return result;
}
