import { describe, expect, test } from "vitest";
import {
  argumentPermissions,
  canArchive,
  canEdit,
  canReply,
  canRestore,
  canSubmit,
  type ArgumentFacts,
} from "@/lib/arguments/rules";
import { refused } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

const granted = { granted: true };
const ann: Viewer = { id: 1, handle: "ann", name: "Ann", role: "MEMBER", emailVerified: true };
const moderator: Viewer = { ...ann, id: 9, role: "MODERATOR" };
const facts: ArgumentFacts = {
  debateStatus: "OPEN",
  status: "LIVE",
  authorId: 2,
  depth: 3,
  viewerIsEditor: false,
  curated: false,
};

describe("Submitting", () => {
  test("a member argues in an open debate", () => expect(canSubmit(ann, "OPEN")).toEqual(granted));
  test("a reader without an account is asked to sign in", () =>
    expect(canSubmit(null, "OPEN")).toEqual(refused("SIGN_IN_REQUIRED")));
  test("a token without the scope is refused", () =>
    expect(canSubmit({ ...ann, scopes: ["read"] }, "OPEN")).toEqual(refused("SCOPE_MISSING")));
  test.each(["DRAFT", "CLOSED", "ARCHIVED"] as const)("nobody argues in a %s debate", (status) =>
    expect(canSubmit(moderator, status)).toEqual(refused("DEBATE_NOT_OPEN")),
  );
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
    const archived: ArgumentFacts = { ...facts, status: "ARCHIVED", authorId: 1 };
    expect(canEdit(ann, archived)).toEqual(refused("ARGUMENT_ARCHIVED"));
    expect(canArchive(ann, archived)).toEqual(refused("ARGUMENT_ARCHIVED"));
    expect(canRestore(ann, archived)).toEqual(granted);
    expect(canRestore(ann, { ...archived, authorId: 2 })).toEqual(refused("NOT_AUTHOR"));
  });
  test("a live argument is not restored", () =>
    expect(canRestore(ann, { ...facts, authorId: 1 })).toEqual(refused("ARGUMENT_NOT_ARCHIVED")));
});

test("an anonymous reader sees every button refused with a reason", () => {
  const all = Object.values(argumentPermissions(null, facts));
  expect(all).toHaveLength(7);
  for (const permission of all) expect(permission).toEqual(refused("SIGN_IN_REQUIRED"));
});

test("comments stop on archived arguments", () => {
  expect(argumentPermissions(ann, { ...facts, status: "ARCHIVED" }).comment).toEqual(
    refused("ARGUMENT_ARCHIVED"),
  );
});
