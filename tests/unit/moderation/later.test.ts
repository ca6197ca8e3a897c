import { describe, expect, it } from "vitest";
import { isInTheWay } from "@/lib/moderation/later";

const standing = { undone: false, undoesId: null };
const hidden = { ...standing, action: "HIDE", details: { from: "LIVE", to: "HIDDEN" } } as const;
const edited = { ...standing, action: "EDIT", details: { to: { version: 3 } } } as const;
const linked = { ...standing, action: "LINK", details: { to: { link: 1 } } } as const;
const approved = (kind: string, more = {}) =>
  ({ ...standing, action: "APPROVE", details: { kind, suggestion: "1-2", ...more } }) as const;

describe("What came later is taken back first", () => {
  it("when it changed the same of the thing", () => {
    expect(isInTheWay({ action: "ARCHIVE", details: {} }, hidden)).toBe(true);
    expect(isInTheWay({ action: "EDIT", details: {} }, hidden)).toBe(false);
  });

  it("unless it was taken back, takes something back, or changed nothing", () => {
    const archived = { action: "ARCHIVE", details: {} } as const;
    expect(isInTheWay(archived, { ...hidden, undone: true })).toBe(false);
    expect(isInTheWay(archived, { ...hidden, undoesId: 4 })).toBe(false);
    expect(isInTheWay(archived, { ...hidden, details: {} })).toBe(false);
  });

  it("not where nothing can depend on it", () => {
    expect(isInTheWay({ action: "WARN", details: {} }, linked)).toBe(false);
    expect(isInTheWay({ action: "DECLINE", details: { kind: "ARGUMENT" } }, linked)).toBe(false);
  });

  it.each([hidden, edited, linked])(
    "whatever it did to what was published by accepting it: $action",
    (later) => {
      expect(isInTheWay(approved("ARGUMENT"), later)).toBe(true);
      expect(isInTheWay(approved("COMMENT"), later)).toBe(true);
    },
  );

  it("when other words were accepted, and others after them", () => {
    const words = approved("EDIT", { to: { version: 2 } });
    expect(isInTheWay(words, edited)).toBe(true);
    expect(isInTheWay({ action: "EDIT", details: {} }, words)).toBe(true);
    expect(isInTheWay(words, hidden)).toBe(false);
    expect(isInTheWay(approved("SOURCE", { to: { version: 2, source: 1 } }), edited)).toBe(false);
  });
});
