import { describe, expect, it, test } from "vitest";
import { canCurateArgument, canCurateDebate } from "@/lib/moderation/curation";
import { canDecideAppeal, canUndo } from "@/lib/moderation/rules";
import { canSanction, mayTakePart } from "@/lib/moderation/sanctions";
import { sanctionSchema } from "@/lib/moderation/schema";
import { debateActs } from "@/lib/moderation/vocabulary";
import { granted, refused } from "@/lib/shared/permission";
import { asViewer } from "@/tests/factories/viewer";

const member = asViewer({ id: 1, handle: "ann", name: "Ann" });
const moderator = asViewer({ id: 2, handle: "moe", name: "Moe", role: "MODERATOR" });
const administrator = asViewer({ id: 3, handle: "ada", name: "Ada", role: "ADMINISTRATOR" });
const program = { ...moderator, scopes: ["read", "write"] as const };

describe("Silencing, suspending and banning", () => {
  const person = { id: 9, role: "MEMBER" as const };

  it("is for moderators, towards members", () => {
    expect(canSanction(moderator, person)).toEqual(granted);
    expect(canSanction(administrator, person)).toEqual(granted);
  });

  it("is refused to readers, members and tokens that were not made for it", () => {
    expect(canSanction(null, person)).toEqual(refused("SIGN_IN_REQUIRED"));
    expect(canSanction(member, person)).toEqual(refused("NOT_ALLOWED"));
    expect(canSanction(program, person)).toEqual(refused("SCOPE_MISSING"));
  });

  it("is nobody's towards themselves, and only an administrator's towards a moderator", () => {
    expect(canSanction(moderator, { id: 2, role: "MODERATOR" })).toEqual(refused("OWN_THING"));
    for (const role of ["MODERATOR", "ADMINISTRATOR"] as const) {
      expect(canSanction(moderator, { id: 9, role })).toEqual(refused("FELLOW_MODERATOR"));
      expect(canSanction(administrator, { id: 9, role })).toEqual(granted);
    }
  });

  it("is ended by whoever may begin it, also on appeal", () => {
    const facts = { debateStatus: null, authorId: 9, viewerIsEditor: false };
    const ban = { ...facts, action: "BAN", target: "PERSON", undone: false, purge: null } as const;
    expect(canUndo(moderator, { ...ban, personRole: "MEMBER" })).toEqual(granted);
    const refusal = refused("FELLOW_MODERATOR");
    expect(canUndo(moderator, { ...ban, personRole: "MODERATOR" })).toEqual(refusal);
    expect(canUndo(moderator, ban)).toEqual(refusal);
    const appeal = { ...ban, decidedById: 3, personRole: "MODERATOR" as const };
    expect(canDecideAppeal(moderator, appeal)).toEqual(refusal);
    expect(canDecideAppeal(administrator, { ...appeal, decidedById: 2 })).toEqual(granted);
  });

  it("says for how long, but for a ban", () => {
    const words = { handle: "ann", ground: "SPAM", publicReason: "It sells." };
    const asked = (more: object) => sanctionSchema.safeParse({ ...words, ...more }).success;
    expect(asked({ kind: "SILENCE" })).toBe(false);
    expect(asked({ kind: "SUSPEND", days: "" })).toBe(false);
    expect(asked({ kind: "SUSPEND", days: 366 })).toBe(false);
    expect(asked({ kind: "SUSPEND", days: "30" })).toBe(true);
    expect(asked({ kind: "BAN" })).toBe(true);
  });
});

test("Somebody who is silenced takes no part, and hears until when and why", () => {
  const silenced = { until: 1_800_000_000_000, entry: 7, reason: "It attacked people." };
  expect(mayTakePart({ ...member, silenced })).toEqual(refused("SILENCED", silenced));
  expect(mayTakePart(member)).toEqual(granted);
});

describe("A debate's life", () => {
  const open = {
    ...{ debateStatus: "OPEN" as const, locked: false, featured: false },
    ...{ slowMinutes: null, viewerIsEditor: false },
  };

  it.each(debateActs)("%s: never a member's; an editor's only in their debate", (act) => {
    const status = act === "REOPEN" ? ("CLOSED" as const) : ("OPEN" as const);
    const facts = { ...open, debateStatus: status };
    expect(canCurateDebate(null, act, facts, 10)).toEqual(refused("SIGN_IN_REQUIRED"));
    expect(canCurateDebate(member, act, facts, 10)).toEqual(refused("NOT_ALLOWED"));
    expect(canCurateDebate(moderator, act, facts, 10)).toEqual(granted);
    const editors = canCurateDebate(member, act, { ...facts, viewerIsEditor: true }, 10);
    expect(editors).toEqual(act === "FEATURE" ? refused("NOT_ALLOWED") : granted);
  });

  it("changes nothing that is so already", () => {
    const locked = { ...open, locked: true };
    expect(canCurateDebate(moderator, "LOCK", locked)).toEqual(refused("LOCKED_ALREADY"));
    const slow = { ...open, slowMinutes: 10 };
    expect(canCurateDebate(moderator, "SLOW", slow, 10)).toEqual(refused("SLOW_ALREADY"));
    expect(canCurateDebate(moderator, "SLOW", slow, null)).toEqual(granted);
    const featured = { ...open, featured: true };
    expect(canCurateDebate(moderator, "FEATURE", featured)).toEqual(refused("FEATURED_ALREADY"));
    expect(canCurateDebate(moderator, "REOPEN", open)).toEqual(refused("DEBATE_NOT_CLOSED"));
    const closed = { ...open, debateStatus: "CLOSED" as const };
    expect(canCurateDebate(moderator, "CLOSE", closed)).toEqual(refused("DEBATE_NOT_OPEN"));
    const archived = { ...open, debateStatus: "ARCHIVED" as const };
    expect(canCurateDebate(moderator, "FEATURE", archived)).toEqual(refused("DEBATE_NOT_OPEN"));
  });
});

describe("Locking a thread and featuring an argument", () => {
  const facts = {
    ...{ debateStatus: "OPEN" as const, viewerIsEditor: false, authorId: 9 },
    ...{ live: true, locked: false, featured: false },
  };

  it("is for editors of the debate and moderators, not for its author", () => {
    for (const act of ["LOCK", "FEATURE"] as const) {
      expect(canCurateArgument(member, act, facts)).toEqual(refused("NOT_ALLOWED"));
      expect(canCurateArgument(member, act, { ...facts, viewerIsEditor: true })).toEqual(granted);
      const own = { ...facts, authorId: 2 };
      expect(canCurateArgument(moderator, act, own)).toEqual(refused("OWN_THING"));
      const archived = { ...facts, live: false };
      expect(canCurateArgument(moderator, act, archived)).toEqual(refused("ARGUMENT_ARCHIVED"));
    }
  });

  it("changes nothing that is so already, and locks nothing in a closed debate", () => {
    const both = { ...facts, locked: true, featured: true };
    expect(canCurateArgument(moderator, "LOCK", both)).toEqual(refused("LOCKED_ALREADY"));
    expect(canCurateArgument(moderator, "FEATURE", both)).toEqual(refused("FEATURED_ALREADY"));
    const closed = { ...facts, debateStatus: "CLOSED" as const };
    expect(canCurateArgument(moderator, "LOCK", closed)).toEqual(refused("DEBATE_NOT_OPEN"));
  });
});
