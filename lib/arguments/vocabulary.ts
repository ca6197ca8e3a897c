import type {
  ArgumentMark as StoredMark,
  RevisionChange as StoredChange,
} from "@/lib/db/generated/enums";

/** The words and limits of arguments, for pages too: without the library that checks input. */

export const stances = ["SUPPORT", "OPPOSE"] as const;
export type Stance = (typeof stances)[number];
export const argumentLimits = {
  title: 140,
  body: 8000,
  sources: 10,
  facts: 10,
  depth: 32,
  reason: 300,
} as const;

/** What made a version of an argument. */
export const revisionChanges = [
  "CREATED",
  "EDITED",
  "ARCHIVED",
  "RESTORED",
  "MOVED",
  "MERGED",
  "SPLIT",
] as const satisfies readonly StoredChange[];
export type RevisionChange = (typeof revisionChanges)[number];

/** A curator's note on an argument's quality; at most `mostMarks` on one. */
export const argumentMarks = [
  "UNSUPPORTED",
  "NOT_A_CLAIM",
  "UNCLEAR",
  "DUPLICATE",
  "UNRELATED",
  "SEVERAL_CLAIMS",
  "BELONGS_ELSEWHERE",
] as const satisfies readonly StoredMark[];
export type ArgumentMark = (typeof argumentMarks)[number];
export const mostMarks = 2;

export const sorts = ["convincing", "newest", "discussed", "divided", "number"] as const;
export type ArgumentSort = (typeof sorts)[number];

/** At or above: shown as similar while writing. */
export const similarFrom = 0.55;
/** At or above: said plainly before posting. Nothing is ever blocked. */
export const nearlySameFrom = 0.85;

/** The names of forms whose unsent words are kept. */
export const draftForm = {
  reply: (parentId: string | null, stance: Stance) => `reply:${parentId ?? "root"}:${stance}`,
  edit: (id: string) => `edit:${id}`,
  comment: (argumentId: string) => `comment:${argumentId}`,
} as const;
