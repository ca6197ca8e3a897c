/** How a prepared file stands. OUTDATED: words that may stand in it were hidden or deleted since. */
export const preparedStates = [
  "WAITING",
  "RUNNING",
  "READY",
  "FAILED",
  "EXPIRED",
  "OUTDATED",
] as const;
export type PreparedState = (typeof preparedStates)[number];

/** Days for which a prepared file can be taken. */
export const preparedDays = 7;

/** Prepared files that one person can take at a time: a further one takes the oldest one's place. */
export const mostPrepared = 10;

/** Bytes of a piece of a prepared file. The same stands in the database. */
export const pieceSize = 256 * 1024;
