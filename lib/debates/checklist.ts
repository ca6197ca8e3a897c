import type { EditingPart } from "./vocabulary";

/** What has to stand before a debate is opened, in the order in which it is usually written. */
export const checklistItems = [
  "TITLE",
  "MOTION",
  "DECISION",
  "DECIDED_BY",
  "STATUS",
  "FACTS",
  "SOURCES",
  "SUPPORT",
  "OPPOSE",
] as const;
export type ChecklistItem = (typeof checklistItems)[number];

export type ChecklistFacts = {
  title: string;
  motion: string;
  headline: string;
  summary: string;
  decidedBy: string;
  statusLine: string;
  facts: readonly { number: number; sources: number }[];
  /** Live arguments directly for and against the motion. */
  support: number;
  oppose: number;
};

export type Check = {
  item: ChecklistItem;
  done: boolean;
  /** Where to mend it. */
  part: EditingPart;
  /** Numbers of the facts it is about. */
  facts: number[];
};

/** Whether a draft can be opened: each thing that has to stand, and where to mend it. */
export function publishChecklist(debate: ChecklistFacts): Check[] {
  const said = (...texts: string[]) => texts.every((text) => text.trim() !== "");
  const unsourced = debate.facts.filter(({ sources }) => sources === 0).map(({ number }) => number);
  const check = (item: ChecklistItem, part: EditingPart, done: boolean, facts: number[] = []) => ({
    ...{ item, part, done, facts },
  });
  return [
    check("TITLE", "decision", said(debate.title)),
    check("MOTION", "decision", said(debate.motion)),
    check("DECISION", "decision", said(debate.headline, debate.summary)),
    check("DECIDED_BY", "decision", said(debate.decidedBy)),
    check("STATUS", "decision", said(debate.statusLine)),
    check("FACTS", "facts", debate.facts.length > 0),
    check("SOURCES", "facts", debate.facts.length > 0 && unsourced.length === 0, unsourced),
    check("SUPPORT", "arguments", debate.support > 0),
    check("OPPOSE", "arguments", debate.oppose > 0),
  ];
}

/** Whether nothing of it is missing. */
export function isReady(checks: readonly Check[]): boolean {
  return checks.every(({ done }) => done);
}
