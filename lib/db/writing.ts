import "server-only";
import { tellChanged } from "@/lib/live/changes";
import { tellHappened, type Happening } from "@/lib/live/happenings";
import type { Tag } from "@/lib/live/tags";
import { db, type Transaction } from "./client";

/**
 * One write: a transaction, and once it is committed, word of what it has changed.
 *
 * @param changes what to tell (see `affected` in lib/live/tags)
 * @param happening what open pages are to hear of it
 */
export async function writing<T>(
  changes: readonly Tag[],
  work: (tx: Transaction) => Promise<T>,
  happening?: (result: T) => Happening,
): Promise<T> {
  const result = await db.$transaction(work);
  tellChanged(...changes);
  if (happening) tellHappened(happening(result));
  return result;
}
