import type { Visibility } from "@/lib/arguments/visibility";
import type { Decision, ModerationAction } from "./vocabulary";

/** What a decision does to a thing. Pure. */

const goals: Partial<Record<Decision, Visibility>> = { HIDE: "HIDDEN", ARCHIVE: "CURATED" };

/**
 * How visible a decision makes a thing, and what the log says. Of a thing that its flags hid at once,
 * keeping it, or only warning its author, takes the hiding back.
 *
 * @param hiding the entry that hid it at once and stands
 */
export function whatComesOf(
  decision: Decision,
  hiding: number | null,
): { goal: Visibility | undefined; action: ModerationAction; undoesId?: number } {
  const goal = goals[decision];
  if (hiding === null || goal) return { goal, action: decision };
  const action = decision === "KEEP" ? "RESTORE" : decision;
  return { goal: "LIVE", action, undoesId: hiding };
}

/** What changed, for the log: who confirms a hiding at once changes what was visible before it. */
export function detailsOf(
  change: { from: Visibility; to: Visibility },
  hiding: number | null,
): { from: Visibility; to: Visibility } {
  const confirms = hiding !== null && change.to !== "LIVE";
  return { from: confirms ? "LIVE" : change.from, to: change.to };
}
