import { describe, expect, test } from "vitest";
import {
  argumentPermissions,
  canArchive,
  canConfirmFacts,
  canEdit,
  canReply,
  canRestore,
  canSubmit,
  type ArgumentFacts,
} from "@/lib/arguments/rules";
import type { AddFacts } from "@/lib/debates/rules";
import { refused } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

const granted = { granted: true };
const ann: Viewer = { id: 1, handle: "ann", name: "Ann", role: "MEMBER", emailVerified: true };
const moderator: Viewer = { ...ann, id: 9, role: "MODERATOR" };
const facts: ArgumentFacts & AddFacts = {
  debateStatus: "OPEN",
  status: "LIVE",
  authorId: 2,
  depth: 3,
  viewerIsEditor: false,
  curated: false,
  debateLocked: false,
  threadLocked: false,
  slowUntil: null,
};

describe("Submitting", () => {
  test("a member argues in an open debate", () => expect(canSubmit(ann, facts)).toEqual(granted));
  test("a reader without an account is asked to sign in", () =>
    expect(canSubmit(null, facts)).toEqual(refused("SIGN_IN_REQUIRED")));
  test("a token without the scope is refused", () =>
    expect(canSubmit({ ...ann, scopes: ["read"] }, facts)).toEqual(refused("SCOPE_MISSING")));
  test.each(["DRAFT", "CLOSED", "ARCHIVED"] as const)("nobody argues in a %s debate", (status) =>
    expect(canSubmit(moderator, { ...facts, debateStatus: status })).toEqual(
      refused("DEBATE_NOT_OPEN"),
    ),
  );
});

describe("In a draft", () => {
  const draft: ArgumentFacts & AddFacts = { ...facts, debateStatus: "DRAFT", viewerIsEditor: true };
  test("its editors argue, reply and edit", () => {
    for (const rule of [canSubmit, canReply, canEdit]) expect(rule(ann, draft)).toEqual(granted);
  });
  test("nobody else does, not even an author who is no editor any more", () =>
    expect(canEdit(ann, { ...draft, viewerIsEditor: false, authorId: 1 })).toEqual(
      refused("DEBATE_NOT_OPEN"),
    ));
  test("nobody comments or votes, not even its editors", () => {
    const { comment, vote } = argumentPermissions(ann, draft);
    expect([comment, vote]).toEqual([refused("DEBATE_NOT_OPEN"), refused("DEBATE_NOT_OPEN")]);
  });
});

describe("Confirming that an argument holds after a correction", () => {
  test("its author, an editor or a moderator does, another member does not", () => {
    expect(canConfirmFacts(ann, { ...facts, authorId: 1 })).toEqual(granted);
    expect(canConfirmFacts(ann, { ...facts, viewerIsEditor: true })).toEqual(granted);
    expect(canConfirmFacts(moderator, facts)).toEqual(granted);
    expect(canConfirmFacts(ann, facts)).toEqual(refused("NOT_AUTHOR"));
  });
  test("in a closed debate too, where facts go on being corrected, but in no archived one", () => {
    const closed = { ...facts, debateStatus: "CLOSED", authorId: 1 } as const;
    expect(canConfirmFacts(ann, closed)).toEqual(granted);
    expect(canEdit(ann, closed)).toEqual(refused("DEBATE_NOT_OPEN"));
    expect(canConfirmFacts(ann, { ...closed, authorId: 9 })).toEqual(refused("NOT_AUTHOR"));
    expect(canConfirmFacts(ann, { ...closed, status: "ARCHIVED" })).toEqual(
      refused("ARGUMENT_ARCHIVED"),
    );
    expect(canConfirmFacts(ann, { ...closed, debateStatus: "ARCHIVED" })).toEqual(
      refused("DEBATE_NOT_OPEN"),
    );
  });
});

describe("Replying", () => {
  test("a member replies to an argument", () => expect(canReply(ann, facts)).toEqual(granted));
  test("nobody replies to an archived argument", () =>
    expect(canReply(ann, { ...facts, status: "ARCHIVED" })).toEqual(refused("ARGUMENT_ARCHIVED")));
  test("the tree ends at 32 levels", () => {
    expect(canReply(ann, { ...facts, depth: 31 })).toEqual(granted);
    expect(canReply(ann, { ...facts, depth: 32 })).toEqual(refused("TREE_TOO_DEEP"));
  });
});

describe("What is locked or slow takes nothing new", () => {
  const slowUntil = new Date("2026-11-27T10:00:00Z");
  test.each([
    [{ debateLocked: true }, refused("DEBATE_LOCKED")],
    [{ threadLocked: true }, refused("THREAD_LOCKED")],
    [{ slowUntil }, refused("SLOW_MODE", { until: slowUntil.getTime() })],
  ])("%j refuses replies and comments, to moderators too", (life, refusal) => {
    expect(canReply(moderator, { ...facts, ...life })).toEqual(refusal);
    expect(argumentPermissions(ann, { ...facts, ...life }).comment).toEqual(refusal);
  });
  test("a locked debate and slow mode refuse arguments for or against the motion", () => {
    expect(canSubmit(ann, { ...facts, debateLocked: true })).toEqual(refused("DEBATE_LOCKED"));
    const until = slowUntil.getTime();
    expect(canSubmit(ann, { ...facts, slowUntil })).toEqual(refused("SLOW_MODE", { until }));
  });
  test("a locked thread is voted on, a locked debate is not", () => {
    expect(argumentPermissions(ann, { ...facts, threadLocked: true }).vote).toEqual(granted);
    const { vote } = argumentPermissions(ann, { ...facts, debateLocked: true });
    expect(vote).toEqual(refused("DEBATE_LOCKED"));
  });
  test("words that stand there are still mended by their author", () => {
    const locked = { ...facts, authorId: 1, debateLocked: true, threadLocked: true };
    expect(canEdit(ann, locked)).toEqual(granted);
  });
});

test("somebody who is silenced sees until when and why, at every button", () => {
  const silenced = { until: 1_800_000_000_000, entry: 7, reason: "It attacked people." };
  const mine = { ...facts, authorId: 1 };
  const { curate, ...permissions } = argumentPermissions({ ...ann, silenced }, mine);
  expect(curate).toEqual(refused("NOT_ALLOWED"));
  for (const permission of Object.values(permissions)) {
    expect(permission).toEqual(refused("SILENCED", silenced));
  }
});

describe("Editing, archiving and restoring", () => {
  test("the author edits, another member does not", () => {
    expect(canEdit(ann, { ...facts, authorId: 1 })).toEqual(granted);
    expect(canEdit(ann, facts)).toEqual(refused("NOT_AUTHOR"));
  });
  test("an editor of the debate and a moderator may edit and archive", () => {
    expect(canEdit(ann, { ...facts, viewerIsEditor: true })).toEqual(granted);
    expect(canArchive(moderator, facts)).toEqual(granted);
  });
  test("an archived argument is restored before it is edited", () => {
    const archived = { ...facts, status: "ARCHIVED" as const, authorId: 1 };
    expect(canEdit(ann, archived)).toEqual(refused("ARGUMENT_ARCHIVED"));
    expect(canArchive(ann, archived)).toEqual(refused("ARGUMENT_ARCHIVED"));
    expect(canRestore(ann, archived)).toEqual(granted);
    expect(canRestore(ann, { ...archived, authorId: 2 })).toEqual(refused("NOT_AUTHOR"));
  });
  test("what is not accepted any more is shown by accepting it, not by restoring it", () => {
    const hidden = { ...facts, status: "ARCHIVED", authorId: 2, curated: true } as const;
    expect(canRestore(moderator, { ...hidden, unaccepted: true })).toEqual(refused("NOT_ACCEPTED"));
    expect(canRestore(moderator, { ...hidden, unaccepted: false })).toEqual(granted);
    expect(canRestore(ann, { ...hidden, unaccepted: true })).toEqual(refused("NOT_AUTHOR"));
  });
  test("what the law takes, or may take, is restored by nobody", () => {
    const archived = { ...facts, status: "ARCHIVED" } as const;
    const hidden = { ...archived, authorId: 2, curated: true };
    expect(canRestore(moderator, { ...hidden, purge: "DONE" })).toEqual(refused("PURGED"));
    expect(canRestore(moderator, { ...hidden, purge: "WAITING" })).toEqual(refused("PURGE_WAITS"));
    expect(canRestore(moderator, { ...hidden, purge: null })).toEqual(granted);
    const atOnce = { ...archived, authorId: 1, hiddenAtOnce: true };
    expect(canEdit(ann, atOnce)).toEqual(granted);
    expect(canEdit(ann, { ...atOnce, purge: "WAITING" })).toEqual(refused("ARGUMENT_ARCHIVED"));
  });
  test("a live argument is not restored", () =>
    expect(canRestore(ann, { ...facts, authorId: 1 })).toEqual(refused("ARGUMENT_NOT_ARCHIVED")));
});

test("an anonymous reader sees every button refused with a reason", () => {
  const all = Object.values(argumentPermissions(null, facts));
  expect(all).toHaveLength(9);
  for (const permission of all) expect(permission).toEqual(refused("SIGN_IN_REQUIRED"));
});

test("nobody is asked to sign in for what nobody can do", () => {
  const said = (changes: object) => {
    const { reply, comment, vote } = argumentPermissions(null, { ...facts, ...changes });
    return [reply, comment, vote, canSubmit(null, { ...facts, ...changes })];
  };
  const closed = refused("DEBATE_NOT_OPEN");
  expect(said({ debateStatus: "CLOSED" })).toEqual([closed, closed, closed, closed]);
  const locked = refused("DEBATE_LOCKED");
  expect(said({ debateLocked: true })).toEqual([locked, locked, locked, locked]);
  const thread = refused("THREAD_LOCKED");
  const signIn = refused("SIGN_IN_REQUIRED");
  expect(said({ threadLocked: true })).toEqual([thread, thread, signIn, signIn]);
});

test("somebody who is silenced hears that first, and of every button", () => {
  const silenced = { until: 1, entry: 7, reason: "It attacked people." };
  const closed = { ...facts, debateStatus: "CLOSED" } as const;
  const { curate: _curate, ...can } = argumentPermissions({ ...ann, silenced }, closed);
  for (const permission of [...Object.values(can), canSubmit({ ...ann, silenced }, closed)]) {
    expect(permission).toEqual(refused("SILENCED", silenced));
  }
});

test("comments stop on archived arguments", () => {
  expect(argumentPermissions(ann, { ...facts, status: "ARCHIVED" }).comment).toEqual(
    refused("ARGUMENT_ARCHIVED"),
  );
});
