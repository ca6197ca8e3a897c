/** A member's reading of a debate: the last time, and the time before that. */
export type Visit = { seenAt: Date; previousAt: Date | null };

/** What is seen within this time belongs to one visit. */
export const visitMinutes = 30;

/**
 * The moment after which things are new to a member: the end of the visit before this one. While
 * the present visit is not yet noted, that is the last one noted.
 *
 * @returns null on the first visit, when nothing is marked
 */
export function newSince(visit: Visit | null | undefined, now: Date): Date | null {
  if (!visit) return null;
  const noted = now.getTime() - visit.seenAt.getTime() <= visitMinutes * 60_000;
  return noted ? visit.previousAt : visit.seenAt;
}
