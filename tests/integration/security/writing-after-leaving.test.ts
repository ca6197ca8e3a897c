import { beforeEach, describe, expect, test } from "vitest";
import { eraseAccount } from "@/lib/accounts/commands/erase";
import { updateProfile } from "@/lib/accounts/commands/settings";
import { saveDraft } from "@/lib/arguments/commands/save-draft";
import { endSession, openSession } from "@/lib/auth/commands";
import { db } from "@/lib/db/client";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import type { Actor } from "@/lib/shared/viewer";
import { castVote, withdrawVote } from "@/lib/voting/commands/cast-vote";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

let debate: { id: number; slug: string };
let actor: Actor;
let argumentId: { debateId: number; id: number };
let commentId: { debateId: number; id: number };

/** Somebody who has voted and commented; `actor` is who a request under way still acts for. */
beforeEach(async () => {
  debate = await createDebate(db);
  const user = await createUser(db);
  actor = asViewer(user, { sessionId: await openSession(user.id, "A browser") });
  const debateId = debate.id;
  argumentId = { debateId, id: (await createArgument(db, { debateId })).id };
  const said = await createComment(db, { debateId, argumentId: argumentId.id, authorId: user.id });
  commentId = { debateId, id: said.id };
  await castVote(actor, { id: argumentId, impact: 4 });
});

describe("After signing out, a request on its way changes nothing", () => {
  beforeEach(() => endSession(actor.sessionId!));

  test.each<[string, () => Promise<unknown>]>([
    ["a vote", () => castVote(actor, { id: argumentId, impact: 0 })],
    ["a vote withdrawn", () => withdrawVote(actor, { id: argumentId })],
    ["a comment", () => postComment(actor, { argumentId, body: "And then?" })],
    ["a changed comment", () => editComment(actor, { id: commentId, version: 1, body: "No." })],
    ["a deleted comment", () => deleteComment(actor, { id: commentId })],
    ["a profile", () => updateProfile(actor, { name: "Somebody Else", about: "" })],
    [
      "a draft",
      () => saveDraft(actor, { debate: debate.slug, form: "edit:1-1", values: { body: "x" } }),
    ],
  ])("%s", async (_name, write) => {
    await expect(write()).rejects.toMatchObject({ code: "SIGN_IN_REQUIRED" });
    const where = { userId: actor.id };
    expect(await db.impactVote.findFirst({ where })).toMatchObject({ impact: 4 });
    expect(await db.comment.findMany({ where: { authorId: actor.id } })).toMatchObject([
      { status: "LIVE", version: 1 },
    ]);
    expect(await db.draft.count({ where })).toBe(0);
  });
});

test("An erased account does not get its name or its drafts back from a request on its way", async () => {
  await eraseAccount(actor, { handle: actor.handle, password: "" });
  const refused = { code: "ACCOUNT_DISABLED" };
  await expect(updateProfile(actor, { name: "Ada Again", about: "" })).rejects.toMatchObject(
    refused,
  );
  const draft = { debate: debate.slug, form: "edit:1-1", values: { body: "x" } };
  await expect(saveDraft(actor, draft)).rejects.toMatchObject(refused);
  const { name } = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
  expect(name).toBe("Deleted account");
});
