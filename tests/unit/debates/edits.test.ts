import { describe, expect, it } from "vitest";
import { differenceOf, type PartState } from "@/lib/debates/edits";

const event: PartState = {
  words: { date: "2025-06", text: "The council voted." },
  place: 1,
  sources: [{ sourceId: 3, quotation: "" }],
};

describe("What an edit changed", () => {
  it("is nothing when all says the same, also in a field that was never written", () => {
    expect(differenceOf(event, { ...event, words: { ...event.words } })).toBeNull();
    const never = { ...event, words: { ...event.words, note: "" } };
    expect(differenceOf(event, never)).toBeNull();
    expect(differenceOf(null, null)).toBeNull();
  });

  it("are the fields that say something else, and the sources", () => {
    const other = { ...event, words: { ...event.words, date: "2025-07" }, sources: [] };
    expect(differenceOf(event, other)).toEqual({ change: "CHANGED", fields: ["date", "sources"] });
    const points = (affects: string[]) => ({ ...event, words: { affects } });
    expect(differenceOf(points(["Readers"]), points(["Readers", "Staff"]))).toEqual({
      change: "CHANGED",
      fields: ["affects"],
    });
  });

  it("is its place when that is all", () => {
    expect(differenceOf(event, { ...event, place: 2 })).toEqual({ change: "MOVED", fields: [] });
    const both = { ...event, place: 2, sources: [] };
    expect(differenceOf(event, both)).toEqual({ change: "CHANGED", fields: ["sources"] });
  });

  it("is that it came or went", () => {
    expect(differenceOf(null, event)).toEqual({ change: "ADDED", fields: [] });
    expect(differenceOf(event, null)).toEqual({ change: "REMOVED", fields: [] });
  });
});
