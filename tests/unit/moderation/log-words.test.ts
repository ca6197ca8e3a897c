import { describe, expect, test } from "vitest";
import type { LogEntryView } from "@/lib/moderation/log-view";
import { sentenceOf } from "@/lib/moderation/wording";
import { suggestionKinds } from "@/lib/suggestions/vocabulary";

const entry: LogEntryView = {
  ...{ id: 7, at: "2026-11-24T08:00:00.000Z", action: "DECLINE", ground: "QUALITY" },
  target: {
    kind: "ARGUMENT",
    debate: { slug: "sunday", title: "Sunday opening" },
    argument: { id: "1-2", number: "1.1", title: "Staff are few." },
    commentId: null,
    person: null,
  },
  ...{ change: null, waited: null, suggested: false, reason: "Not new.", until: null },
  by: { kind: "PERSON", handle: "moe", name: "Moe" },
  ...{ undoes: null, undoneBy: null, appeal: null, decidesAppealOf: null, purged: false },
  ...{ previousHash: "", hash: "" },
};

describe("A reader of the log is told that not the argument was declined", () => {
  test("but the comment that was to stand below it", () => {
    expect(sentenceOf({ ...entry, waited: "COMMENT" })).toBe(
      "Moe declined a comment on argument 1.1",
    );
  });

  test.each(suggestionKinds)("whatever waited: %s", (waited) => {
    const plain = sentenceOf(entry);
    for (const action of ["APPROVE", "DECLINE", "RESTORE"] as const) {
      expect(sentenceOf({ ...entry, action, waited })).not.toBe(plain);
      expect(sentenceOf({ ...entry, action, waited })).not.toContain("did.");
    }
  });
});
