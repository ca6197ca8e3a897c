import type { Change } from "@/lib/live/schema";
import type { Forms } from "./forms";

/** The words that a script needs to say what has changed, in the page's language. */
export type LiveWords = {
  newArguments: Forms;
  newReplies: Forms;
  newComments: Forms;
  here: Forms;
  /** "{mean} of 4 · {count} people" */
  mean: Forms;
  discuss: Forms;
  beFirst: string;
  noVotes: string;
  outOfDate: string;
  signedOut: string;
  closed: string;
  /** Where a closed debate's conclusion is. */
  showConclusion: string;
  opened: string;
  locked: string;
  unlocked: string;
  slow: string;
  notSlow: string;
  threadLocked: string;
  threadUnlocked: string;
  show: string;
};

/** Whether a debate is open, locked or in slow mode. */
export type Life = NonNullable<Change["debate"]>;

/** What a page says of itself to the script that keeps it up to date. */
export type LivePlace = {
  /** The address of the debate's events. */
  events: string;
  /** The newest event when the page was made. */
  after: number;
  debate: string;
  /** The argument that the page is about; null for the page of the debate. */
  argument: string | null;
  /** That argument and those it stands below, whose threads it is part of. */
  thread: string[];
  /** How many comments the page counts. */
  comments: number;
  /** What the page says of the debate's life. */
  life: Life;
  words: LiveWords;
};
