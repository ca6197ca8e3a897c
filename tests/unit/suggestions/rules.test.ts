import { describe, expect, test } from "vitest";
import type { ArgumentFacts } from "@/lib/arguments/rules";
import type { Viewer } from "@/lib/shared/viewer";
import { hasHeldWord, linksIn, sameWords } from "@/lib/suggestions/held-text";
import {
  canChangeSuggestion,
  canName,
  canPublishFor,
  canSuggest,
  canWithdrawSuggestion,
  causeOf,
  linksFor,
  standingMatters,
  whatWaits,
  type IntakeFacts,
} from "@/lib/suggestions/rules";
import { suggestionWhys } from "@/lib/suggestions/vocabulary";
import { translator } from "@/lib/i18n/translator";
import { refused } from "@/lib/shared/permission";

const facts: IntakeFacts = {
  ...{ kind: "ARGUMENT", curates: false, curated: false, heldWord: false },
  ...{ first: 0, links: 3, burst: 20, linksFound: 0, posts: 1, accounts: 1, writer: null },
};
const why = (changes: Partial<IntakeFacts>) => whatWaits({ ...facts, ...changes });
const newcomer = { standing: "NEW", contributions: 1 } as const;

describe("What waits for an editor", () => {
  test("is nothing of an ordinary member's", () => {
    expect(why({})).toBeNull();
    expect(why({ writer: { standing: "MEMBER", contributions: 5 }, linksFound: 9 })).toBeNull();
  });

  test("is every argument and edit of a curated debate, and no comment", () => {
    expect(why({ curated: true })).toBe("CURATED");
    expect(why({ curated: true, kind: "EDIT" })).toBe("CURATED");
    expect(why({ curated: true, kind: "COMMENT" })).toBeNull();
    expect(why({ curated: true, kind: "COMMENT_EDIT" })).toBeNull();
  });

  test("is nothing of an editor's or moderator's, whatever it says", () => {
    expect(why({ curates: true, curated: true, heldWord: true, posts: 99 })).toBeNull();
  });

  test("is what has a held word, of anybody", () => {
    expect(why({ heldWord: true, kind: "COMMENT" })).toBe("WORDS");
  });

  test("is what comes in a burst, or was said by three accounts", () => {
    expect(why({ posts: 21 })).toBe("BURST");
    expect(why({ posts: 20 })).toBeNull();
    expect(why({ accounts: 3 })).toBe("BURST");
    expect(why({ accounts: 2 })).toBeNull();
    expect(why({ burst: 0, posts: 500, accounts: 9 })).toBeNull();
  });

  test("is counted in links by what the debate's editors chose, or else by the site's setting", () => {
    expect(linksFor({ heldLinks: null }, 3)).toBe(3);
    expect(linksFor({ heldLinks: 1 }, 3)).toBe(1);
    expect(linksFor({ heldLinks: 0 }, 3)).toBe(0);
  });

  test("is a new member's text with many links", () => {
    expect(why({ writer: newcomer, linksFound: 4 })).toBe("LINKS");
    expect(why({ writer: newcomer, linksFound: 3 })).toBeNull();
    expect(why({ writer: newcomer, linksFound: 40, links: 0 })).toBeNull();
  });

  test("is a new member's first contributions, where the site says how many", () => {
    expect(why({ writer: newcomer, first: 2 })).toBe("FIRST");
    expect(why({ writer: newcomer, first: 1 })).toBeNull();
    expect(why({ writer: { standing: "MEMBER", contributions: 0 }, first: 2 })).toBeNull();
  });

  test("asks for the writer's standing only where it makes a difference", () => {
    expect(standingMatters({ first: 0, links: 3, linksFound: 3 })).toBe(false);
    expect(standingMatters({ first: 0, links: 3, linksFound: 4 })).toBe(true);
    expect(standingMatters({ first: 1, links: 0, linksFound: 0 })).toBe(true);
  });

  test("stands in the queue under what it is", () => {
    expect(suggestionWhys.map(causeOf)).toEqual([
      ...["SUGGESTION", "SUGGESTION", "FIRST", "HELD", "HELD", "HELD"],
    ]);
  });
});

describe("Held words", () => {
  test("are found as whole words, in any case and over line ends", () => {
    expect(hasHeldWord("Buy CHEAP\npills now", ["cheap pills"])).toBe(true);
    expect(hasHeldWord("A class of its own", ["ass"])).toBe(false);
    expect(hasHeldWord("ass", ["ass"])).toBe(true);
    expect(hasHeldWord("Große Straße!", ["straße"])).toBe(true);
    expect(hasHeldWord("anything", ["", "  "])).toBe(false);
    expect(hasHeldWord("anything", [])).toBe(false);
  });

  test("links are counted, short texts say nothing of copying", () => {
    expect(linksIn("See https://a.example, http://b.example and www.c.example")).toBe(3);
    expect(sameWords("I agree.")).toBeNull();
    const long = "This is a text that is long enough to be told apart from what many say.";
    expect(sameWords(long)).toBe(sameWords(`  ${long.toUpperCase().replace(" ", "\n")} `));
  });
});

const me: Viewer = { id: 7, handle: "me", name: "Me", role: "MEMBER", emailVerified: true };
const program: Viewer = { ...me, scopes: ["read"] };
const place: ArgumentFacts = {
  ...{ debateStatus: "OPEN", status: "LIVE", authorId: 1, depth: 40 },
  ...{ viewerIsEditor: false, curated: false },
};

describe("Whether a member may suggest something", () => {
  test.each([
    ["a reader signs in first", null, {}, "SIGN_IN_REQUIRED"],
    ["a program needs its scope", program, {}, "SCOPE_MISSING"],
    ["a closed debate takes none", me, { debateStatus: "CLOSED" }, "DEBATE_NOT_OPEN"],
    ["an archived argument takes none", me, { status: "ARCHIVED" }, "ARGUMENT_ARCHIVED"],
    ["one's own is edited", me, { authorId: 7 }, "OWN_THING"],
  ] as const)("%s", (_name, viewer, changes, because) => {
    expect(canSuggest(viewer, { ...place, ...changes })).toEqual({ granted: false, because });
  });

  test("a member may, however deep it stands", () => {
    expect(canSuggest(me, place)).toEqual({ granted: true });
  });
});

describe("Whether somebody may change what waits", () => {
  const waiting = { authorId: 7, status: "WAITING" } as const;
  test.each([
    ["a reader may not", null, waiting, "SIGN_IN_REQUIRED"],
    ["a program needs its scope", program, waiting, "SCOPE_MISSING"],
    ["nobody else may", me, { ...waiting, authorId: 1 }, "NOT_AUTHOR"],
    ["not once it is accepted", me, { ...waiting, status: "ACCEPTED" }, "SUGGESTION_CLOSED"],
    ["not once it is declined", me, { ...waiting, status: "DECLINED" }, "SUGGESTION_CLOSED"],
    ["not once it was taken back", me, { ...waiting, status: "WITHDRAWN" }, "SUGGESTION_CLOSED"],
  ] as const)("%s", (_name, viewer, suggestion, because) => {
    expect(canChangeSuggestion(viewer, suggestion)).toEqual({ granted: false, because });
  });

  test("somebody who is silenced may take it back, and not give it other words", () => {
    const silenced = { until: 1, entry: 7, reason: "Spam." };
    const viewer = { ...me, silenced };
    expect(canChangeSuggestion(viewer, waiting)).toEqual(refused("SILENCED", silenced));
    expect(canWithdrawSuggestion(viewer, waiting)).toEqual({ granted: true });
  });

  test("its author may while it waits and when asked", () => {
    expect(canChangeSuggestion(me, waiting)).toEqual({ granted: true });
    expect(canChangeSuggestion(me, { ...waiting, status: "ASKED_BACK" }).granted).toBe(true);
  });

  test("nothing is published in the name of somebody who may not write", () => {
    expect(canPublishFor({ mayWrite: false })).toEqual({ granted: false, because: "AUTHOR_GONE" });
    expect(canPublishFor({ mayWrite: true })).toEqual({ granted: true });
  });
});

describe("How many people a contribution names", () => {
  const now = new Date("2026-03-04T05:06:00Z");
  const naming = (named: number, changes: object = {}, curates = false) => {
    const writer = { standing: "NEW", days: 0.5, contributions: 1, ...changes } as const;
    return canName({ named, curates, writer }, now);
  };

  test("is two for a new member, and of no matter for others", () => {
    expect(naming(2).granted).toBe(true);
    expect(naming(3).granted).toBe(false);
    expect(naming(10, { standing: "MEMBER" }).granted).toBe(true);
    expect(naming(10, {}, true).granted).toBe(true);
    expect(canName({ named: 10, curates: false, writer: null }, now).granted).toBe(true);
  });

  test("is refused with what to do, and from when on one may", () => {
    const from = Date.parse("2026-03-05T17:06:00Z");
    const params = { named: 3, most: 2, left: 2, from, wait: "BOTH" };
    expect(naming(3)).toEqual(refused("TOO_MANY_MENTIONS", params));
    const words = (changes: object) => {
      const answer = naming(3, changes);
      return answer.granted ? "" : translator("errors")("TOO_MANY_MENTIONS", answer.params!);
    };
    expect(words({})).toMatch(/5 March 2026, .*UTC on, once 2 more contributions of yours/);
    expect(words({ contributions: 7 })).toMatch(/from 5 March 2026, \S+ UTC on\.$/);
    expect(words({ days: 9 })).toMatch(/more once 2 more contributions of yours are shown\.$/);
    expect(words({ days: 9, contributions: 2 })).toContain("one more contribution of yours");
  });
});
