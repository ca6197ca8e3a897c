import { describe, expect, it } from "vitest";
import { granted, refused } from "@/lib/shared/permission";
import { canWaitAgain, letsWaitAgain, suggestionDecidedIn } from "@/lib/suggestions/taken-back";

describe("What was decided waits again", () => {
  const decided = { erased: false, deleted: false, known: true };

  it("with its words", () => {
    expect(canWaitAgain(decided)).toEqual(granted);
  });

  it.each([
    ["its words were erased", { erased: true }, "WORDS_ERASED"],
    ["its author has deleted what it became", { deleted: true }, "COMMENT_DELETED"],
    ["nobody knows any more what it changed", { known: false }, "NOTHING_TO_UNDO"],
  ] as const)("not once %s", (_why, facts, because) => {
    expect(canWaitAgain({ ...decided, ...facts })).toEqual(refused(because));
  });
});

describe("An entry of the log", () => {
  const first = { undoesId: null };

  it.each([{ suggestion: "3-7" }, { accepted: "3-7" }])("names what it decided: %o", (details) => {
    expect(suggestionDecidedIn({ ...first, details })).toEqual({ debateId: 3, id: 7 });
  });

  it("about something else names nothing that waited", () => {
    expect(suggestionDecidedIn({ ...first, details: { from: "LIVE", to: "HIDDEN" } })).toBeNull();
    expect(suggestionDecidedIn({ ...first, details: { suggestion: "nonsense" } })).toBeNull();
  });

  it("that takes a decision back decides nothing, and lets it wait again", () => {
    const back = { undoesId: 5, details: { suggestion: "3-7" } };
    expect(suggestionDecidedIn(back)).toBeNull();
    expect(letsWaitAgain(back)).toBe(true);
    expect(letsWaitAgain({ undoesId: 5, details: { again: "3-7" } })).toBe(true);
    expect(letsWaitAgain({ undoesId: 5, details: { from: "HIDDEN", to: "LIVE" } })).toBe(false);
    expect(letsWaitAgain({ ...first, details: { suggestion: "3-7" } })).toBe(false);
  });
});
