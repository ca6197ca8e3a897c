import type { Digest } from "./vocabulary";

const hour = 3_600_000;
const day = 24 * hour;

/** Digests are made up at six in the morning (UTC), weekly ones on Mondays. */
const morning = 6 * hour;
/** 1970 began on a Thursday: the first Monday was four days later. */
const firstMonday = 4 * day;

/**
 * When the present period of a digest began. What happened before is due, what happened since
 * belongs to the next digest: nobody gets two in one period.
 */
export function periodStart(digest: Exclude<Digest, "NEVER">, now: Date): Date {
  const [length, offset] =
    digest === "DAILY" ? [day, morning] : ([7 * day, firstMonday + morning] as const);
  return new Date(Math.floor((now.getTime() - offset) / length) * length + offset);
}

/** The moment this many days before. */
export function daysBefore(days: number, now: Date): Date {
  return new Date(now.getTime() - days * day);
}
