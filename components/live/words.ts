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
};

/** What a page says of itself to the script that keeps it up to date. */
export type LivePlace = {
  /** The address of the debate's events. */
  events: string;
  /** The newest event when the page was made. */
  after: number;
  debate: string;
  /** The argument that the page is about; null for the page of the debate. */
  argument: string | null;
  /** How many comments the page counts. */
  comments: number;
  words: LiveWords;
};
