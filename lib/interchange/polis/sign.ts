import type { VoteTable } from "./votes";

/** How often a statement was agreed and disagreed with, votes that were changed later included. */
export type Events = { agrees: number; disagrees: number };

/** Counts the events of each statement, as `comments.csv` does. */
export function countEvents(votes: VoteTable): Map<number, Events> {
  const counts = new Map<number, Events>();
  for (const { statement, opinion } of votes.events()) {
    const count = counts.get(statement) ?? { agrees: 0, disagrees: 0 };
    if (opinion > 0) count.agrees += 1;
    else if (opinion < 0) count.disagrees += 1;
    counts.set(statement, count);
  }
  return counts;
}

/**
 * Which sign means agree: the one with which the events come nearer to what `comments.csv` counted.
 *
 * @returns "unsure" when both are as near
 */
export function signOf(
  counted: ReadonlyMap<number, Events>,
  stated: ReadonlyMap<number, Events>,
): "plus" | "minus" | "unsure" {
  let plus = 0;
  let minus = 0;
  for (const [statement, { agrees, disagrees }] of stated) {
    const count = counted.get(statement) ?? { agrees: 0, disagrees: 0 };
    plus += Math.abs(count.agrees - agrees) + Math.abs(count.disagrees - disagrees);
    minus += Math.abs(count.agrees - disagrees) + Math.abs(count.disagrees - agrees);
  }
  if (plus === minus) return "unsure";
  return plus < minus ? "plus" : "minus";
}
