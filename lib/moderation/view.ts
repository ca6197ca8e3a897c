import type { ArgumentTeaser, AuthorView, CitationView } from "@/lib/arguments/view";
import type { Stance } from "@/lib/arguments/vocabulary";
import type { FactView } from "@/lib/debates/view";
import type { Permission } from "@/lib/shared/permission";
import type { SuggestionView } from "@/lib/suggestions/view";
import type { SuggestionKind } from "@/lib/suggestions/vocabulary";
import type {
  FlagReason,
  ModerationAction,
  ModerationGround,
  ModerationTarget,
  ReviewCause,
} from "./vocabulary";

/** A banned person whose account a new one resembles, and in what. */
export type LookAlike = { handle: string; by: "EMAIL" | "HANDLE" };

/** What moderators see. Times are ISO 8601 UTC. */

/** A thing that waits for a decision, in a line. */
export type QueueItem = {
  review: number;
  version: number;
  cause: ReviewCause;
  target: ModerationTarget;
  /** Null for a person. */
  debate: { slug: string; title: string } | null;
  /** The argument's claim, the comment's first words, or the person's name. */
  title: string;
  /** Where it stands, in public. */
  href: string;
  author: AuthorView;
  /** The number of the fact whose error was reported. */
  fact: number | null;
  /** A brief, which is nobody's. */
  ownerless: boolean;
  score: number;
  flags: number;
  reasons: { reason: FlagReason; count: number }[];
  openedAt: string;
  /** What waits before it is shown; null for a thing that stands somewhere. */
  suggestion: { id: string; kind: SuggestionKind } | null;
  /** Passed on to administrators, who alone decide it. */
  escalated: boolean;
  /** Its flags hid it at once, and that stands. */
  hiddenAtOnce: boolean;
  /** Who is looking at it right now. */
  claimedBy: { name: string; mine: boolean; until: string } | null;
};

export type QueuePage = {
  items: QueueItem[];
  nextCursor: string | null;
  /** All that waits for this moderator, up to one more than `mostCounted`. */
  waiting: number;
  /** When what waits longest began to. */
  oldest: string | null;
  /** How many of them for each cause, none left out by the one that is shown; null when too many. */
  causes: Partial<Record<ReviewCause, number>> | null;
};

export type FlagView = {
  reason: FlagReason;
  note: string;
  sourceUrl: string | null;
  duplicateOf: { id: string; number: string; title: string } | null;
  reporter: AuthorView;
  weight: number;
  at: string;
};

/** An entry of the log about the same thing or the same person, for whoever decides. */
export type PastEntry = {
  entry: number;
  action: ModerationAction;
  ground: ModerationGround;
  publicReason: string;
  at: string;
  undone: boolean;
};

/** An argument as it stands in the tree. */
export type StandingArgument = {
  stance: Stance;
  number: string;
  status: "LIVE" | "ARCHIVED";
  version: number;
  sources: Pick<CitationView, "title" | "publisher" | "published" | "url" | "quotation">[];
};

/** A comment among those around it. */
export type Remark = {
  id: string;
  by: AuthorView;
  /** Markdown; empty for what its author deleted. */
  body: string;
  status: "LIVE" | "HIDDEN" | "DELETED";
  at: string;
  /** The one that is to be decided. */
  here: boolean;
  /** The one that it answers. */
  answered: boolean;
};

/** One of the things that a person wrote last. */
export type Written = {
  kind: "ARGUMENT" | "COMMENT";
  href: string;
  /** The claim, or the first words of the comment. */
  words: string;
  state: "LIVE" | "ARCHIVED" | "HIDDEN" | "DELETED";
  at: string;
};

/** An argument with its reasons, to be compared with another. */
export type WholeText = {
  stance: Stance;
  number: string;
  title: string;
  body: string;
  href: string;
};

/** What stands around a thing; empty where it has none of it. */
export type Surroundings = {
  argument: StandingArgument | null;
  /** Its siblings, the weightiest first. */
  beside: Omit<ArgumentTeaser, "votes">[];
  remarks: Remark[];
  written: Written[];
  texts: WholeText[];
};

/** A thing with all that a decision needs, without leaving the page. */
export type ReviewView = Omit<QueueItem, "suggestion"> & {
  suggestion: SuggestionView | null;
  decided: { entry: number; by: string } | null;
  /** Asked back or withdrawn: nothing is to be decided any more. */
  closed: boolean;
  /** The words as they stand, Markdown for arguments and comments. */
  body: string;
  /** From the motion down to what it answers. */
  path: { number: string; title: string; href: string }[];
  around: Surroundings;
  /** All that waits for this moderator, up to one more than is counted. */
  waiting: number;
  raised: FlagView[];
  /** What was done to this thing before, newest first. */
  before: PastEntry[];
  /** How often things of the author were acted upon and not taken back, and what they contributed. */
  record: { actedUpon: number; contributions: number; since: string } | null;
  /** Of a reported error: what a decision needs to know of the brief; null for all else. */
  brief: ReportedBrief | null;
  /** Banned people whose accounts the author's new one resembles. */
  lookAlikes: LookAlike[];
  appeal: { text: string; entry: PastEntry; permission: Permission } | null;
  /** Who passed it on to the administrators, and the word with it. */
  passedOn: { by: string; at: string; note: string } | null;
  /** What moderators told one another about it, oldest first. */
  notes: { by: AuthorView; text: string; at: string }[];
  /** Where a duplicate is merged into what it repeats; null when no flag calls it one. */
  merge: string | null;
  can: Permission;
  /** What an administrator can ask to be purged by law; null for others, and for a person. */
  purgeable: { target: "ARGUMENT" | "COMMENT"; id: string } | null;
  canEscalate: Permission;
  canGiveBack: Permission;
};

export type ReportedBrief = {
  /** The fact with its sources and its history; null for the brief as a whole. */
  fact: FactView | null;
  /** Where the brief is corrected. */
  editHref: string;
  /** The entry by which it was corrected since it was reported. */
  correction: number | null;
  canClose: Permission;
};

/** What a signed-in person can do with an entry of the log, and the words only some may see. */
export type EntryChoices = {
  appeal: Permission;
  undo: Permission;
  /** What it was about, as it stood: for its author and for curators. */
  snapshot: { title: string; body: string } | null;
  /** For curators. */
  privateNote: string;
};
