/** The words and limits of editing a debate, for pages too: without the library that checks input. */

/** The parts of a debate that are edited, each on a page of its own, in the order of the steps. */
export const editingParts = [
  "decision",
  "facts",
  "actors",
  "timeline",
  "questions",
  "glossary",
  "arguments",
  "editors",
  "publish",
] as const;
export type EditingPart = (typeof editingParts)[number];

/** The lists of a brief, whose items are added, changed and removed one by one. */
export const briefLists = ["facts", "actors", "timeline", "questions", "glossary"] as const;
export type BriefList = (typeof briefLists)[number];

/** Lists whose order editors decide. Facts keep their numbers; terms stand by the alphabet. */
export const orderedLists = ["actors", "timeline", "questions"] as const;
export type OrderedList = (typeof orderedLists)[number];

export const debateLimits = {
  title: 200,
  motion: 300,
  /** One line of the brief. */
  line: 300,
  /** A fact, an answer, a summary of what somebody said. */
  text: 2000,
  summary: 4000,
  reason: 300,
  /** Points of the scope, of each kind. */
  points: 30,
  /** Items of each list. */
  items: 100,
  editors: 20,
} as const;

/** The name of the form of a part, or of one item of a list, whose unsent words are kept. */
export function briefDraft(part: string, id?: number | null): string {
  return id === undefined ? `brief:${part}` : `brief:${part}:${id ?? "new"}`;
}
