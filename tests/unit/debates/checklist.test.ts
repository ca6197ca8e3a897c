import { describe, expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";
import {
  checklistItems,
  isReady,
  publishChecklist,
  type ChecklistFacts,
  type ChecklistItem,
} from "@/lib/debates/checklist";

const whole: ChecklistFacts = {
  title: "Sundays",
  motion: "The library should open on Sundays.",
  headline: "The council voted for Sundays.",
  summary: "It voted in May.",
  decidedBy: "The council",
  statusLine: "Decided, not begun.",
  facts: [{ number: 1, sources: 2 }],
  support: 1,
  oppose: 2,
};
const missingOf = (changes: Partial<ChecklistFacts>) =>
  publishChecklist({ ...whole, ...changes })
    .filter(({ done }) => !done)
    .map(({ item }) => item);

describe("What has to stand before a debate opens", () => {
  test("nothing is missing of one that has everything", () => {
    expect(missingOf({})).toEqual([]);
    expect(isReady(publishChecklist(whole))).toBe(true);
  });

  test.each<[ChecklistItem, Partial<ChecklistFacts>]>([
    ["TITLE", { title: " " }],
    ["MOTION", { motion: "" }],
    ["DECISION", { headline: "" }],
    ["DECISION", { summary: "\n" }],
    ["DECIDED_BY", { decidedBy: "" }],
    ["STATUS", { statusLine: "" }],
    ["SOURCES", { facts: [{ number: 1, sources: 0 }] }],
    ["SUPPORT", { support: 0 }],
    ["OPPOSE", { oppose: 0 }],
  ])("an editor hears that %s is missing of %o", (item, changes) => {
    expect(missingOf(changes)).toEqual([item]);
    expect(isReady(publishChecklist({ ...whole, ...changes }))).toBe(false);
  });

  test("without facts there is nothing that could have a source", () =>
    expect(missingOf({ facts: [] })).toEqual(["FACTS", "SOURCES"]));

  test("it names the facts without a source", () => {
    const facts = [1, 2, 3].map((number) => ({ number, sources: number === 2 ? 1 : 0 }));
    const check = publishChecklist({ ...whole, facts }).find(({ item }) => item === "SOURCES");
    expect(check).toMatchObject({ done: false, part: "facts", facts: [1, 3] });
  });

  test("each has its words", () => {
    const t = translator("editing");
    for (const item of checklistItems) expect(t.has(`check.items.${item}`)).toBe(true);
  });
});
