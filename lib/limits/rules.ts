/**
 * How often in how many seconds, all limits in one place. By
 * network the limits leave room for a class of 35 behind one connection; by person they leave room
 * for somebody in a hurry, and none for a program that floods a debate.
 */
const minute = 60;

/** Counted in the store, which all instances share. */
export const storeLimits = {
  "sign-in-email": { points: 10, duration: 15 * minute },
  "sign-in-address": { points: 60, duration: 15 * minute },
  "sign-up-email": { points: 10, duration: 15 * minute },
  "sign-up-address": { points: 60, duration: 15 * minute },
  "reset-email": { points: 5, duration: 30 * minute },
  "reset-address": { points: 60, duration: 15 * minute },
  "link-address": { points: 60, duration: 15 * minute },
  "password-account": { points: 10, duration: 15 * minute },
  "mail-account": { points: 5, duration: 30 * minute },
  /** New arguments, by person. */
  arguments: { points: 60, duration: 10 * minute },
  /** New debates, by person. */
  debates: { points: 20, duration: 60 * minute },
  /** New comments, by person. */
  comments: { points: 120, duration: 10 * minute },
  /** Changes of what is there: edits, archiving, restoring, deleting; by person. */
  changes: { points: 240, duration: 10 * minute },
  /** Flags and appeals, by person. */
  flags: { points: 60, duration: 60 * minute },
  /** What a moderator does: a queue worked through by keyboard, by person. */
  moderation: { points: 1200, duration: 10 * minute },
  /** Drafts save themselves while somebody types; by person. */
  drafts: { points: 900, duration: 10 * minute },
  /** Changes of one's account, by person. */
  account: { points: 60, duration: 10 * minute },
  /** Copies of everything that is kept about a person, by person. */
  exports: { points: 20, duration: 60 * minute },
  /** Searches and comparisons of titles, by person. */
  search: { points: 300, duration: 10 * minute },
  /** The same for readers without an account, by network. */
  "search-network": { points: 3000, duration: 10 * minute },
} as const;
export type StoreLimit = keyof typeof storeLimits;

/** Counted in the process alone, so that a read never waits for the store. */
export const processLimits = {
  /** Votes, by person: nobody weighs faster by hand. A vote is one round trip to the database. */
  votes: { points: 300, duration: minute },
  /** Requests to the API, by person or token's owner. */
  person: { points: 6000, duration: minute },
  /** Requests to the API, by network. */
  network: { points: 30_000, duration: minute },
  /** Requests that change something, votes aside, by network. */
  "network-writes": { points: 3000, duration: minute },
} as const;
export type ProcessLimit = keyof typeof processLimits;

export type LimitName = StoreLimit | ProcessLimit;
