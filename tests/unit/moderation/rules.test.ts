import { describe, expect, it } from "vitest";
import {
  canAppeal,
  canCloseCorrected,
  canDecideAppeal,
  canFlag,
  canModerate,
  canReportError,
  canUndo,
  type AppealFacts,
  type CurationFacts,
  type FlagFacts,
} from "@/lib/moderation/rules";
import { priorityOf, reporterWeight, scoreOf, standingOf } from "@/lib/moderation/urgency";
import { decisionsFor, reasonsFor } from "@/lib/moderation/vocabulary";
import { granted, refused } from "@/lib/shared/permission";
import { asViewer } from "@/tests/factories/viewer";

const member = asViewer({ id: 1, handle: "ann", name: "Ann" });
const moderator = asViewer({ id: 2, handle: "moe", name: "Moe", role: "MODERATOR" });
const day = 86_400_000;

describe("Flagging", () => {
  const facts: FlagFacts = { debateStatus: "OPEN", live: true, authorId: 9 };

  it("is for everybody signed in, also when the debate is closed", () => {
    expect(canFlag(member, facts)).toEqual(granted);
    expect(canFlag(member, { ...facts, debateStatus: "CLOSED" })).toEqual(granted);
    expect(canFlag(member, { ...facts, debateStatus: null })).toEqual(granted);
  });

  it("is refused to a reader without an account", () => {
    expect(canFlag(null, facts)).toEqual(refused("SIGN_IN_REQUIRED"));
  });

  it("is refused to a token that may only read", () => {
    const program = { ...member, scopes: ["read"] as const };
    expect(canFlag(program, facts)).toEqual(refused("SCOPE_MISSING"));
  });

  it("is refused in a draft", () => {
    expect(canFlag(member, { ...facts, debateStatus: "DRAFT" })).toEqual(
      refused("DEBATE_NOT_OPEN"),
    );
  });

  it("is refused of one's own", () => {
    expect(canFlag(member, { ...facts, authorId: 1 })).toEqual(refused("OWN_THING"));
  });

  it("is refused of what is not shown any more", () => {
    expect(canFlag(member, { ...facts, live: false })).toEqual(refused("NOTHING_TO_FLAG"));
  });
});

describe("Moderating", () => {
  const facts: CurationFacts = { authorId: 9, debateStatus: "OPEN", viewerIsEditor: false };

  it("is for moderators anywhere and for editors in their debate", () => {
    expect(canModerate(moderator, facts)).toEqual(granted);
    expect(canModerate(member, { ...facts, viewerIsEditor: true })).toEqual(granted);
  });

  it("is refused to readers and members", () => {
    expect(canModerate(null, facts)).toEqual(refused("SIGN_IN_REQUIRED"));
    expect(canModerate(member, facts)).toEqual(refused("NOT_ALLOWED"));
  });

  it("is refused to a token without the scope for it", () => {
    const program = { ...moderator, scopes: ["read", "write"] as const };
    expect(canModerate(program, facts)).toEqual(refused("SCOPE_MISSING"));
    const allowed = { ...moderator, scopes: ["moderate"] as const };
    expect(canModerate(allowed, facts)).toEqual(granted);
  });

  it("is refused in a draft, which nobody has read", () => {
    expect(canModerate(moderator, { ...facts, debateStatus: "DRAFT" })).toEqual(
      refused("DEBATE_NOT_OPEN"),
    );
  });

  it("is refused on a thing of one's own, whatever one's role", () => {
    expect(canModerate(moderator, { ...facts, authorId: 2 })).toEqual(refused("OWN_THING"));
    const own = { ...facts, authorId: 1, viewerIsEditor: true };
    expect(canModerate(member, own)).toEqual(refused("OWN_THING"));
  });

  it("of an appeal is refused to whoever decided first", () => {
    expect(canDecideAppeal(moderator, { ...facts, decidedById: 3 })).toEqual(granted);
    expect(canDecideAppeal(moderator, { ...facts, decidedById: 2 })).toEqual(
      refused("OWN_DECISION"),
    );
    expect(canDecideAppeal(member, { ...facts, decidedById: 3 })).toEqual(refused("NOT_ALLOWED"));
  });

  const whole = { purge: null } as const;

  it("is taken back once, and only where it took something away", () => {
    const argument = { ...facts, ...whole, target: "ARGUMENT" } as const;
    expect(canUndo(moderator, { ...argument, action: "HIDE", undone: false })).toEqual(granted);
    expect(canUndo(moderator, { ...argument, action: "HIDE", undone: true })).toEqual(
      refused("ALREADY_UNDONE"),
    );
    expect(canUndo(moderator, { ...argument, action: "KEEP", undone: false })).toEqual(
      refused("NOTHING_TO_UNDO"),
    );
    expect(canUndo(member, { ...argument, action: "HIDE", undone: false })).toEqual(
      refused("NOT_ALLOWED"),
    );
  });

  it.each(["EDIT", "CORRECT"] as const)(
    "%s of a brief is not taken back: it is edited again",
    (action) => {
      const entry = { ...facts, ...whole, authorId: null, action, undone: false } as const;
      expect(canUndo(moderator, { ...entry, target: "DEBATE" })).toEqual(refused("EDIT_AGAIN"));
      expect(canUndo(moderator, { ...entry, target: "ARGUMENT" })).toEqual(
        action === "EDIT" ? granted : refused("NOTHING_TO_UNDO"),
      );
    },
  );
});

describe("Taking back the answer to what waited", () => {
  const decided = { erased: false, deleted: false, known: true };
  const facts = {
    authorId: 9,
    debateStatus: "OPEN",
    viewerIsEditor: false,
    target: "ARGUMENT",
    undone: false,
    purge: null,
    decided,
  } as const;

  it.each(["APPROVE", "DECLINE"] as const)("%s is for moderators, once", (action) => {
    expect(canUndo(moderator, { ...facts, action })).toEqual(granted);
    expect(canUndo(member, { ...facts, action })).toEqual(refused("NOT_ALLOWED"));
    expect(canUndo(moderator, { ...facts, action, undone: true })).toEqual(
      refused("ALREADY_UNDONE"),
    );
    expect(canUndo(moderator, { ...facts, action, authorId: moderator.id })).toEqual(
      refused("OWN_THING"),
    );
  });

  it("is refused where what waited cannot wait again, or is not known", () => {
    const erased = { ...decided, erased: true };
    const decline = { ...facts, action: "DECLINE" } as const;
    expect(canUndo(moderator, { ...decline, decided: erased })).toEqual(refused("WORDS_ERASED"));
    expect(canUndo(moderator, { ...decline, decided: null })).toEqual(refused("NOTHING_TO_UNDO"));
  });

  it("goes without its words where something else was done by accepting it", () => {
    const erased = { ...decided, erased: true };
    expect(canUndo(moderator, { ...facts, action: "MOVE", decided: erased })).toEqual(granted);
  });

  it("is not taken back itself: what waits again is decided anew", () => {
    const restore = { ...facts, action: "RESTORE", decided: null, waitsAgain: true } as const;
    expect(canUndo(moderator, restore)).toEqual(refused("DECIDE_AGAIN"));
    expect(canUndo(moderator, { ...restore, waitsAgain: false })).toEqual(granted);
  });

  it.each(["UPHOLD", "OVERTURN"] as const)("%s, the end of an appeal, is final", (action) => {
    expect(canUndo(moderator, { ...facts, action })).toEqual(refused("NOTHING_TO_UNDO"));
  });
});

describe("What was purged by law, or waits for it", () => {
  it("is not brought back by taking back what was done to it", () => {
    const hidden = { authorId: 9, debateStatus: "OPEN", viewerIsEditor: false } as const;
    const entry = { ...hidden, action: "HIDE", target: "ARGUMENT", undone: false } as const;
    expect(canUndo(moderator, { ...entry, purge: "DONE" })).toEqual(refused("PURGED"));
    expect(canUndo(moderator, { ...entry, purge: "WAITING" })).toEqual(refused("PURGE_WAITS"));
    expect(canUndo(member, { ...entry, purge: "DONE" })).toEqual(refused("NOT_ALLOWED"));
  });
});

describe("Appealing", () => {
  const at = new Date("2026-03-01T12:00:00Z");
  const soon = new Date(at.getTime() + day);
  const facts: AppealFacts = { action: "HIDE", personId: 1, at, undone: false, appealed: false };

  it("is for whose thing it was, within 14 days", () => {
    expect(canAppeal(member, facts, soon)).toEqual(granted);
    expect(canAppeal(member, facts, new Date(at.getTime() + 14 * day))).toEqual(granted);
  });

  it.each([
    ["a reader", null, facts, "SIGN_IN_REQUIRED"],
    ["a token that only reads", { ...member, scopes: ["read"] as const }, facts, "SCOPE_MISSING"],
    ["somebody else", moderator, facts, "NOT_AUTHOR"],
    ["whom nothing was taken from", member, { ...facts, action: "KEEP" }, "NOTHING_TO_APPEAL"],
    ["whom it was given back", member, { ...facts, undone: true }, "ALREADY_UNDONE"],
    ["who appealed before", member, { ...facts, appealed: true }, "APPEALED_BEFORE"],
  ] as const)("is refused to %s", (_who, viewer, of, because) => {
    expect(canAppeal(viewer, of, soon)).toEqual(refused(because));
  });

  it("is refused after 14 days", () => {
    const late = new Date(at.getTime() + 14 * day + 1);
    expect(canAppeal(member, facts, late)).toEqual(refused("APPEAL_TOO_LATE"));
  });
});

describe("A reporter's word", () => {
  it("counts by standing", () => {
    expect(standingOf(0, 100)).toBe("NEW");
    expect(standingOf(100, 2)).toBe("NEW");
    expect(standingOf(5, 3)).toBe("MEMBER");
    expect(standingOf(30, 30)).toBe("REGULAR");
    const none = { agreed: 0, decided: 0 };
    expect(reporterWeight("NEW", none)).toBe(0.5);
    expect(reporterWeight("MEMBER", none)).toBe(1);
    expect(reporterWeight("REGULAR", none)).toBe(1.5);
  });

  it("counts more when moderators agree with seven of ten, and less below that", () => {
    expect(reporterWeight("MEMBER", { agreed: 70, decided: 100 })).toBeCloseTo(1);
    expect(reporterWeight("MEMBER", { agreed: 100, decided: 100 })).toBeGreaterThan(1.9);
    expect(reporterWeight("MEMBER", { agreed: 0, decided: 100 })).toBeLessThan(0.2);
    expect(reporterWeight("MEMBER", { agreed: 0, decided: 100 })).toBeGreaterThan(0);
  });

  it("is moved little by a single decision", () => {
    expect(reporterWeight("MEMBER", { agreed: 0, decided: 1 })).toBeGreaterThan(0.8);
    expect(reporterWeight("MEMBER", { agreed: 1, decided: 1 })).toBeLessThan(1.2);
  });
});

describe("The queue", () => {
  const now = new Date("2026-03-01T12:00:00Z");

  it("puts what is dangerous before what is untidy", () => {
    const untidy = scoreOf([{ reason: "OFF_TOPIC", weight: 1 }]);
    expect(scoreOf([{ reason: "ILLEGAL", weight: 1 }])).toBeGreaterThan(untidy * 3);
  });

  it("lets what waits longer come first in the end", () => {
    const old = priorityOf(1, new Date(now.getTime() - 3 * day));
    expect(old).toBeGreaterThan(priorityOf(3, now));
    expect(old).toBeLessThan(priorityOf(5, now));
  });
});

describe("An error in a brief", () => {
  const open = { debateStatus: "OPEN", struck: false } as const;

  it("is reported by everybody who is signed in, while the brief is corrected", () => {
    expect(canReportError(member, open)).toEqual(granted);
    expect(canReportError(moderator, { ...open, debateStatus: "CLOSED" })).toEqual(granted);
    for (const debateStatus of ["DRAFT", "ARCHIVED"] as const) {
      expect(canReportError(member, { ...open, debateStatus })).toEqual(refused("DEBATE_NOT_OPEN"));
    }
    expect(canReportError(null, open)).toEqual(refused("SIGN_IN_REQUIRED"));
  });

  it("is not reported in a fact that was struck", () =>
    expect(canReportError(member, { ...open, struck: true })).toEqual(refused("FACT_STRUCK")));

  it("has reasons of its own, and only stands or is corrected", () => {
    expect(reasonsFor("DEBATE")).not.toContain("UNCIVIL");
    expect(reasonsFor("DEBATE")).not.toContain("DUPLICATE");
    expect(decisionsFor("DEBATE")).toEqual(["KEEP"]);
  });

  it("is closed as corrected by who moderates, once it was corrected", () => {
    const brief = { debateStatus: "OPEN", authorId: null, viewerIsEditor: false } as const;
    expect(canCloseCorrected(moderator, { ...brief, correction: 7 })).toEqual(granted);
    expect(canCloseCorrected(moderator, { ...brief, correction: null })).toEqual(
      refused("NOT_CORRECTED"),
    );
    expect(canCloseCorrected(member, { ...brief, correction: 7 })).toEqual(refused("NOT_ALLOWED"));
  });
});
