import { changes, type ModerationAction } from "./vocabulary";

/** Which entries about a thing have to be taken back before an older one can be. Pure. */

type Done = { action: ModerationAction; details: unknown };
type Later = Done & { undone: boolean; undoesId: number | null };

/**
 * Whether a later entry about the same thing keeps an older one from being taken back. What was
 * published by accepting it is taken back while moderators have done nothing else to it.
 */
export function isInTheWay(entry: Done, later: Later): boolean {
  const stands = !later.undone && later.undoesId === null && "to" in (later.details as object);
  if (!stands) return false;
  if (published(entry)) return true;
  const kind = changeOf(entry);
  return kind !== undefined && changeOf(later) === kind;
}

/** Whether it made an argument or comment of what waited. */
function published({ action, details }: Done): boolean {
  const { kind } = details as { kind?: unknown };
  return action === "APPROVE" && (kind === "ARGUMENT" || kind === "COMMENT");
}

/** What of a thing an entry changed; accepting other words changes the words. */
function changeOf({ action, details }: Done) {
  const { kind } = details as { kind?: unknown };
  return action === "APPROVE" && kind === "EDIT" ? "WORDS" : changes[action];
}
