import type { AuthorView } from "@/lib/arguments/view";
import type { Permission } from "@/lib/shared/permission";
import type { Suggested } from "./schema";
import type { SuggestionKind, SuggestionStatus, SuggestionWhy } from "./vocabulary";

/** What its author, and whoever may decide it, see of a contribution that waits. */

/** Where something waits now, instead of standing in the tree. */
export type Waiting = {
  /** Its public id. */
  suggestion: string;
  why: SuggestionWhy;
  debate: string;
};

/** What came of a contribution: it stands in public, or it waits. */
export type Offered<Published> = Published | Waiting;

export function isWaiting<Published extends object>(
  offered: Offered<Published>,
): offered is Waiting {
  return "suggestion" in offered;
}

/** An argument of the same debate in a line. */
export type Named = { id: string; number: string; title: string };

/** The words that an argument has now, for the difference. */
export type Standing = { version: number; title: string; body: string };

export type SuggestionView = {
  id: string;
  kind: SuggestionKind;
  status: SuggestionStatus;
  why: SuggestionWhy;
  version: number;
  debate: { slug: string; title: string };
  /** What it answers, comments on or is about; null for the motion. */
  argument: Named | null;
  author: AuthorView;
  /** Null once its words were erased. */
  content: Suggested | null;
  /** As an editor accepted it, when with other words. */
  accepted: Suggested | null;
  /** The argument that says the same, or below which this one would stand (null: the motion). */
  other: Named | null;
  /** The argument as it stands, for an edit; null for the rest. */
  standing: Standing | null;
  /** What the editor asked or said. */
  answer: string;
  answeredBy: AuthorView;
  /** Where it stands since it was accepted. */
  href: string | null;
  createdAt: string;
  updatedAt: string;
  can: { change: Permission; withdraw: Permission };
};

/** In a list of one's own. */
export type SuggestionItem = Pick<
  SuggestionView,
  "id" | "kind" | "status" | "why" | "debate" | "argument" | "answer" | "createdAt"
> & {
  /** Its first words. */
  title: string;
};

/** What a new member's contributions wait for, and what they may not do yet. */
export type NewcomerNote = {
  /** So many more of theirs wait before they are shown; 0: none. */
  first: number;
  /** A text with more links than this waits; 0: links are not counted. */
  links: number;
  /** One contribution names at most so many people. */
  mentions: number;
};
