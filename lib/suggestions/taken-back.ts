import { granted, refused, type Permission } from "@/lib/shared/permission";
import { parsePublicId, type DebateItemRef } from "@/lib/shared/ids";

/** Taking back what was decided of something that waited. Pure. */

/** What waited and was decided by an entry of the log, as taking that back needs to know it. */
export type DecidedFacts = {
  /** Its words were erased, with its author's account or by law. */
  erased: boolean;
  /** It became a comment, which its author deleted since. */
  deleted: boolean;
  /** The entry says what accepting it changed; those of older versions do not always. */
  known: boolean;
};

/** Whether what was decided can wait again. */
export function canWaitAgain({ erased, deleted, known }: DecidedFacts): Permission {
  if (erased) return refused("WORDS_ERASED");
  if (deleted) return refused("COMMENT_DELETED");
  return known ? granted : refused("NOTHING_TO_UNDO");
}

/** The suggestion that an entry decided, as its details name it; null when it decided none. */
export function suggestionDecidedIn(entry: {
  details: unknown;
  undoesId: number | null;
}): DebateItemRef | null {
  if (entry.undoesId !== null) return null;
  const { suggestion, accepted } = entry.details as { suggestion?: unknown; accepted?: unknown };
  const named = suggestion ?? accepted;
  return typeof named === "string" ? parsePublicId(named) : null;
}

/** Whether an entry took a decision back, so that what was decided waits again. */
export function letsWaitAgain(entry: { details: unknown; undoesId: number | null }): boolean {
  const details = entry.details as object;
  return entry.undoesId !== null && ("suggestion" in details || "again" in details);
}
