import type {
  SuggestionKind as StoredKind,
  SuggestionStatus as StoredStatus,
  SuggestionWhy as StoredWhy,
} from "@/lib/db/generated/enums";

/** The words of what waits for an editor, as the database has them. */

export const suggestionKinds = [
  "ARGUMENT",
  "COMMENT",
  "EDIT",
  "SOURCE",
  "PLACE",
  "DUPLICATE",
] as const satisfies readonly StoredKind[];
export type SuggestionKind = (typeof suggestionKinds)[number];

/** What any member may suggest about somebody else's argument. */
export const suggestable = ["EDIT", "SOURCE", "PLACE", "DUPLICATE"] as const;
export type Suggestable = (typeof suggestable)[number];

export const suggestionStatuses = [
  "WAITING",
  "ASKED_BACK",
  "ACCEPTED",
  "DECLINED",
  "WITHDRAWN",
] as const satisfies readonly StoredStatus[];
export type SuggestionStatus = (typeof suggestionStatuses)[number];

/** Why a contribution waits. */
export const suggestionWhys = [
  "CURATED",
  "SUGGESTED",
  "FIRST",
  "LINKS",
  "WORDS",
  "BURST",
] as const satisfies readonly StoredWhy[];
export type SuggestionWhy = (typeof suggestionWhys)[number];

/** What an editor can decide of what waits. */
export const verdicts = ["APPROVE", "ASK_BACK", "DECLINE"] as const;
export type Verdict = (typeof verdicts)[number];

export const suggestionLimits = {
  note: 1000,
  /** Held words of one debate. */
  words: 200,
  word: 60,
  /** Links that a debate lets a new member's text have at most. */
  links: 100,
} as const;
