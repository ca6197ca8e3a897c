import { describe, expect, test } from "vitest";
import { refused } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { canVote, shareOfImpact, summarise, wilsonLowerBound } from "@/lib/voting/rules";

const ann: Viewer = { id: 1, handle: "ann", name: "Ann", role: "MEMBER", emailVerified: true };
const open = {
  debateStatus: "OPEN",
  debateLocked: false,
  argumentStatus: "LIVE",
  authorId: 2,
} as const;

describe("Who may weigh an argument", () => {
  test("a member weighs somebody else's argument in an open debate", () => {
    expect(canVote(ann, open)).toEqual({ granted: true });
  });
  test("a reader without an account is asked to sign in", () => {
    expect(canVote(null, open)).toEqual(refused("SIGN_IN_REQUIRED"));
  });
  test("nobody weighs their own argument", () => {
    expect(canVote(ann, { ...open, authorId: 1 })).toEqual(refused("OWN_ARGUMENT"));
  });
  test("nobody weighs an archived argument", () => {
    expect(canVote(ann, { ...open, argumentStatus: "ARCHIVED" })).toEqual(
      refused("ARGUMENT_ARCHIVED"),
    );
  });
  test.each(["DRAFT", "CLOSED", "ARCHIVED"] as const)(
    "nobody votes in a %s debate",
    (debateStatus) => {
      expect(canVote(ann, { ...open, debateStatus })).toEqual(refused("DEBATE_NOT_OPEN"));
    },
  );
  test("a token that may only read does not vote", () => {
    expect(canVote({ ...ann, scopes: ["read"] }, open)).toEqual(refused("SCOPE_MISSING"));
    expect(canVote({ ...ann, scopes: ["read", "write"] }, open)).toEqual({ granted: true });
  });
});

describe("The Wilson lower bound", () => {
  // Reference values: statsmodels proportion_confint(method="wilson"), 95 %.
  test.each([
    [1, 1, 0.206549],
    [2, 2, 0.34238],
    [5, 5, 0.565518],
    [60, 100, 0.502003],
    [600, 1000, 0.569309],
    [1, 10, 0.017876],
  ])("of %d in %d is %d", (successes, count, expected) => {
    expect(wilsonLowerBound(successes, count, 1.959963984540054)).toBeCloseTo(expected, 6);
  });
  test("is 0 before the first vote and never below 0", () => {
    expect(wilsonLowerBound(0, 0)).toBe(0);
    for (let count = 1; count < 200; count += 1) {
      expect(wilsonLowerBound(0, count)).toBeGreaterThanOrEqual(0);
    }
  });
});

test("kept counts become a summary with a mean, and no mean before the first vote", () => {
  const none = { voteCount: 0, voteSum: 0, n0: 0, n1: 0, n2: 0, n3: 0, n4: 0, lowerBound: 0 };
  expect(summarise(none)).toEqual({
    count: 0,
    mean: null,
    histogram: [0, 0, 0, 0, 0],
    lowerBound: 0,
  });
  expect(summarise({ ...none, voteCount: 2, voteSum: 7, n3: 1, n4: 1 }).mean).toBe(3.5);
});

test("a share of the weight is said only once five votes were given, and some weight", () => {
  const none = { impact: 0, votes: 0 };
  expect(shareOfImpact({ impact: 16, votes: 4 }, none)).toBeNull();
  expect(shareOfImpact({ impact: 0, votes: 9 }, none)).toBeNull();
  expect(shareOfImpact({ impact: 12, votes: 3 }, { impact: 4, votes: 2 })).toBe(0.75);
});
