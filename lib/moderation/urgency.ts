import type { FlagReason } from "./vocabulary";

/** How much a flag counts, and what waits first. Pure. */

/** A person's standing, from what they did. */
export type Standing = "NEW" | "MEMBER" | "REGULAR";

/** Nobody is new any more after so many days and so many contributions. */
export const noLongerNew = { days: 2, contributions: 3 } as const;

/** @param contributions live arguments and comments of theirs */
export function standingOf(daysSinceJoining: number, contributions: number): Standing {
  const { days, contributions: several } = noLongerNew;
  if (daysSinceJoining < days || contributions < several) return "NEW";
  return daysSinceJoining >= 30 && contributions >= 30 ? "REGULAR" : "MEMBER";
}

const standingWeight: Record<Standing, number> = { NEW: 0.5, MEMBER: 1, REGULAR: 1.5 };

/** At this share of flags that moderators agreed with, a reporter's word counts as it is. */
const pivot = 0.7;

/**
 * How much a reporter's word counts: by standing, and by how often moderators agreed with their last
 * hundred decided flags. At the pivot it counts as it is, twice with none refused, a tenth with none
 * upheld; few flags move it little.
 *
 * @returns 0.05 to 3
 */
export function reporterWeight(
  standing: Standing,
  { agreed, decided }: { agreed: number; decided: number },
): number {
  const share = decided === 0 ? pivot : agreed / decided;
  const distance = share >= pivot ? (share - pivot) / (1 - pivot) : (share - pivot) / pivot;
  const certainty = decided / (decided + 5);
  const factor = distance >= 0 ? 1 + distance * certainty : 1 + 0.9 * distance * certainty;
  return standingWeight[standing] * factor;
}

/** What waits worst when it waits. */
export const reasonWeight: Record<FlagReason, number> = {
  ILLEGAL: 4,
  PRIVATE_INFORMATION: 4,
  UNCIVIL: 2,
  SPAM: 2,
  MISINFORMATION: 1.5,
  OFF_TOPIC: 1,
  DUPLICATE: 1,
  OTHER: 1,
};

/** The weight of flags together. */
export function scoreOf(flags: readonly { reason: FlagReason; weight: number }[]): number {
  return flags.reduce((sum, { reason, weight }) => sum + weight * reasonWeight[reason], 0);
}

/** A day of waiting weighs as much as one flag of a member. */
const pointsPerDay = 1;

/**
 * The place in the queue: the score, and a point for each day of waiting. All that waits ages alike,
 * so what is kept is the score less the day it began to wait.
 */
export function priorityOf(score: number, openedAt: Date): number {
  return score - (openedAt.getTime() / 86_400_000) * pointsPerDay;
}
