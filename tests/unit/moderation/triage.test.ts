import { describe, expect, it } from "vitest";
import { canEdit, canArchive, type ArgumentFacts } from "@/lib/arguments/rules";
import { canDeleteComment, canEditComment } from "@/lib/discussion/rules";
import { detailsOf, whatComesOf } from "@/lib/moderation/outcome";
import { saveViewSchema } from "@/lib/moderation/queue-schema";
import {
  canEscalate,
  canGiveBack,
  canReopen,
  canSeeQueue,
  canTakeQuestionBack,
  canTakeUp,
  heaviestReason,
  hidesAtOnce,
} from "@/lib/moderation/triage";
import { granted, refused } from "@/lib/shared/permission";
import { asViewer } from "@/tests/factories/viewer";

const member = asViewer({ id: 1, handle: "ann", name: "Ann" });
const moderator = asViewer({ id: 2, handle: "moe", name: "Moe", role: "MODERATOR" });
const administrator = asViewer({ id: 3, handle: "ada", name: "Ada", role: "ADMINISTRATOR" });
const facts = { authorId: 9, debateStatus: "OPEN", viewerIsEditor: false } as const;

describe("The queue", () => {
  it("is for moderators and for whoever edits a debate", () => {
    expect(canSeeQueue(moderator, { edits: false })).toEqual(granted);
    expect(canSeeQueue(member, { edits: true })).toEqual(granted);
    expect(canSeeQueue(member, { edits: false })).toEqual(refused("NOT_ALLOWED"));
    expect(canSeeQueue(null, { edits: false })).toEqual(refused("SIGN_IN_REQUIRED"));
    expect(canSeeQueue({ ...moderator, scopes: ["write"] }, { edits: false })).toEqual(
      refused("SCOPE_MISSING"),
    );
  });
});

describe("What was passed on to administrators", () => {
  it("is taken up by administrators alone", () => {
    expect(canTakeUp(moderator, false)).toEqual(granted);
    expect(canTakeUp(administrator, true)).toEqual(granted);
    expect(canTakeUp(moderator, true)).toEqual(refused("ESCALATED"));
    expect(canTakeUp(null, true)).toEqual(refused("ESCALATED"));
  });

  it("is passed on once, by who moderates it", () => {
    expect(canEscalate(moderator, { ...facts, escalated: false })).toEqual(granted);
    expect(canEscalate(administrator, { ...facts, escalated: true })).toEqual(
      refused("ESCALATED_BEFORE"),
    );
    expect(canEscalate(member, { ...facts, escalated: false })).toEqual(refused("NOT_ALLOWED"));
    expect(canEscalate(moderator, { ...facts, authorId: 2, escalated: false })).toEqual(
      refused("OWN_THING"),
    );
  });

  it("is left to the moderators again by an administrator, or by who passed it on", () => {
    const passedOn = { ...facts, escalated: true, passedOnById: 99 };
    expect(canGiveBack(administrator, passedOn)).toEqual(granted);
    expect(canGiveBack(moderator, passedOn)).toEqual(refused("ESCALATED"));
    expect(canGiveBack(moderator, { ...passedOn, passedOnById: moderator.id })).toEqual(granted);
    expect(canGiveBack(administrator, { ...facts, escalated: false, passedOnById: null })).toEqual(
      refused("NOT_ESCALATED"),
    );
    expect(canGiveBack(null, passedOn)).toEqual(refused("SIGN_IN_REQUIRED"));
  });
});

describe("Taking a decision back in the queue", () => {
  const decided = {
    ...{ ...facts, decidedById: 2, undone: false, purge: null, corrected: false },
  } as const;

  it("is for who decided it, once", () => {
    expect(canReopen(moderator, decided)).toEqual(granted);
    expect(canReopen(administrator, decided)).toEqual(refused("NOT_YOUR_DECISION"));
    expect(canReopen(moderator, { ...decided, undone: true })).toEqual(refused("ALREADY_UNDONE"));
    expect(canReopen(member, decided)).toEqual(refused("NOT_ALLOWED"));
  });

  it("is refused for what was purged since, or waits for it", () => {
    expect(canReopen(moderator, { ...decided, purge: "DONE" })).toEqual(refused("PURGED"));
    expect(canReopen(moderator, { ...decided, purge: "WAITING" })).toEqual(refused("PURGE_WAITS"));
  });

  it("is refused where what waited cannot wait again", () => {
    const waits = { erased: false, deleted: false, known: true };
    expect(canReopen(moderator, { ...decided, decided: waits })).toEqual(granted);
    expect(canReopen(moderator, { ...decided, decided: { ...waits, erased: true } })).toEqual(
      refused("WORDS_ERASED"),
    );
    const purged = { ...decided, decided: { ...waits, erased: true }, purge: "DONE" } as const;
    expect(canReopen(moderator, purged)).toEqual(refused("PURGED"));
  });

  it("is not for a report that a correction answered", () => {
    expect(canReopen(moderator, { ...decided, corrected: true })).toEqual(refused("EDIT_AGAIN"));
  });
});

describe("Taking a question to an author back", () => {
  const asked = { ...facts, decidedById: 2, status: "ASKED_BACK", last: true } as const;

  it("is for who asked, until it is answered", () => {
    expect(canTakeQuestionBack(moderator, asked)).toEqual(granted);
    expect(canTakeQuestionBack(administrator, asked)).toEqual(refused("NOT_YOUR_DECISION"));
    expect(canTakeQuestionBack(member, asked)).toEqual(refused("NOT_ALLOWED"));
    expect(canTakeQuestionBack(null, asked)).toEqual(refused("SIGN_IN_REQUIRED"));
  });

  it.each(["WAITING", "WITHDRAWN", "ACCEPTED", "DECLINED"] as const)(
    "is refused once it is %s",
    (status) => {
      expect(canTakeQuestionBack(moderator, { ...asked, status })).toEqual(
        refused("QUESTION_ANSWERED"),
      );
    },
  );

  it("is refused once something else was asked", () => {
    expect(canTakeQuestionBack(moderator, { ...asked, last: false })).toEqual(
      refused("QUESTION_ANSWERED"),
    );
  });
});

describe("Flags hide a thing at once", () => {
  const flags = [
    { reason: "SPAM", weight: 1 },
    { reason: "UNCIVIL", weight: 1.5 },
    { reason: "ILLEGAL", weight: 0.25 },
  ] as const;

  it("when they weigh enough together, and only once", () => {
    const known = { threshold: 6, hiddenBefore: false };
    expect(hidesAtOnce(flags, known)).toBe(true);
    expect(hidesAtOnce(flags, { ...known, threshold: 6.1 })).toBe(false);
    expect(hidesAtOnce(flags, { ...known, hiddenBefore: true })).toBe(false);
  });

  it("never when the threshold is 0", () => {
    expect(hidesAtOnce(flags, { threshold: 0, hiddenBefore: false })).toBe(false);
  });

  it("for the reason that weighs most", () => {
    expect(heaviestReason(flags)).toBe("UNCIVIL");
    expect(heaviestReason([])).toBe("OTHER");
  });

  it("and whoever keeps it, or only warns its author, takes that back", () => {
    expect(whatComesOf("KEEP", null)).toEqual({ goal: undefined, action: "KEEP" });
    expect(whatComesOf("KEEP", 7)).toEqual({ goal: "LIVE", action: "RESTORE", undoesId: 7 });
    expect(whatComesOf("WARN", 7)).toEqual({ goal: "LIVE", action: "WARN", undoesId: 7 });
    expect(whatComesOf("HIDE", 7)).toEqual({ goal: "HIDDEN", action: "HIDE" });
  });

  it("and whoever confirms it changes what was visible before it", () => {
    const change = { from: "HIDDEN", to: "CURATED" } as const;
    expect(detailsOf(change, 7)).toEqual({ from: "LIVE", to: "CURATED" });
    expect(detailsOf(change, null)).toEqual(change);
  });
});

describe("The author of what was hidden at once", () => {
  const argument: ArgumentFacts = {
    debateStatus: "OPEN",
    status: "ARCHIVED",
    authorId: 1,
    depth: 2,
    viewerIsEditor: false,
    curated: true,
    hiddenAtOnce: true,
  };
  const comment = {
    debateStatus: "OPEN",
    argumentStatus: "LIVE",
    authorId: 1,
    deleted: true,
    hiddenAtOnce: true,
    debateLocked: false,
    threadLocked: false,
    slowUntil: null,
  } as const;

  it("can edit it, and nobody else can", () => {
    expect(canEdit(member, argument)).toEqual(granted);
    expect(canEdit(moderator, argument)).toEqual(refused("ARGUMENT_ARCHIVED"));
    expect(canEditComment(member, comment)).toEqual(granted);
    expect(canEditComment(moderator, comment)).toEqual(refused("COMMENT_DELETED"));
  });

  it("cannot once a moderator has decided, and cannot archive or delete it", () => {
    expect(canEdit(member, { ...argument, hiddenAtOnce: false })).toEqual(
      refused("ARGUMENT_ARCHIVED"),
    );
    expect(canArchive(member, argument)).toEqual(refused("ARGUMENT_ARCHIVED"));
    expect(canDeleteComment(member, comment)).toEqual(refused("COMMENT_DELETED"));
  });
});

describe("A saved view", () => {
  it("keeps the filters alone, in their order", () => {
    const query = "limit=500&q=shop&cause=FLAG&days=&cursor=x&reason=NONSENSE";
    expect(saveViewSchema.parse({ name: " Shops ", query })).toEqual({
      name: "Shops",
      query: "cause=FLAG&q=shop",
    });
  });
});
