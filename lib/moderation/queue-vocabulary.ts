/** The words of the queue that forms and pages need. */

/** Whether somebody keeps a review for themselves. */
export const takenStates = ["MINE", "OTHERS", "NOBODY"] as const;
export type TakenState = (typeof takenStates)[number];

/** Since how many days something waits, as the filter offers it. */
export const waitingDays = [1, 3, 7, 14, 30] as const;

/** What several things can be decided to be at once. */
export const bulkDecisions = ["KEEP", "HIDE", "ARCHIVE"] as const;
export type BulkDecision = (typeof bulkDecisions)[number];

export const queueLimits = {
  viewName: 60,
  viewQuery: 1000,
  /** Saved views a person. */
  views: 20,
  replyName: 60,
  /** Saved replies a person. */
  replies: 30,
  /** Things decided together. */
  atOnce: 50,
  /** Words are looked for in so many of the most urgent things. */
  searched: 1000,
} as const;
