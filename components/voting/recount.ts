import type { VoteSummary } from "@/lib/voting/schema";

export type Tally = Pick<VoteSummary, "count" | "mean" | "histogram">;

/**
 * The tally as it will be when one person's vote changes: shown until the server answers.
 * @param before the person's vote so far, null without one
 * @param after the vote now, null when withdrawn
 */
export function recount(tally: Tally, before: number | null, after: number | null): Tally {
  const histogram = [...tally.histogram] as VoteSummary["histogram"];
  if (before !== null) histogram[before]! -= 1;
  if (after !== null) histogram[after]! += 1;
  const count = histogram.reduce((sum, people) => sum + people, 0);
  const sum = histogram.reduce((total, people, impact) => total + people * impact, 0);
  return { count, mean: count === 0 ? null : sum / count, histogram };
}
