import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { getComment, listComments } from "@/lib/discussion/queries/comments";
import { parsePublicId, publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";

type Place = { debateId: number; id: number };

async function member(wanted: Parameters<typeof createUser>[1] = {}): Promise<Viewer> {
  const { id, handle, name, role } = await createUser(db, wanted);
  return { id, handle, name, role, emailVerified: true };
}

async function place(): Promise<Place> {
  const { id: debateId } = await createDebate(db);
  const { id } = await createArgument(db, { debateId });
  return { debateId, id };
}

let ada: Viewer;
let grace: Viewer;
let argument: Place;
const ref = (id: string) => parsePublicId(id)!;

beforeAll(async () => {
  [ada, grace] = [await member({ name: "Ada" }), await member({ name: "Grace" })];
  argument = await place();
});

describe("Commenting", () => {
  it("A member's comment begins a thread and is read by everybody", async () => {
    const there = await place();
    const posted = await postComment(ada, { argumentId: there, body: "Which hours?" });
    const { items } = await listComments(publicId(there), null);
    expect(items).toMatchObject([
      {
        id: posted.id,
        threadId: posted.id,
        body: "Which hours?",
        author: { name: "Ada" },
        replyToId: null,
      },
    ]);
    expect(items[0]!.can.reply).toEqual({ granted: false, because: "SIGN_IN_REQUIRED" });
  });

  it("Answers to answers stay in one thread and say whom they answer", async () => {
    const there = await place();
    const first = await postComment(ada, { argumentId: there, body: "One" });
    const other = await postComment(ada, { argumentId: there, body: "Another thread" });
    const second = await postComment(grace, {
      argumentId: there,
      replyToId: ref(first.id),
      body: "Two",
    });
    const third = await postComment(ada, {
      argumentId: there,
      replyToId: ref(second.id),
      body: "Three",
    });
    const { items } = await listComments(publicId(there), ada);
    expect(items.map(({ id }) => id)).toEqual([first.id, second.id, third.id, other.id]);
    expect(items.map(({ threadId }) => threadId)).toEqual([first.id, first.id, first.id, other.id]);
    expect(items[2]).toMatchObject({ replyToId: second.id, replyToName: "Grace" });
  });

  it("Sending the same form many times at once makes one comment", async () => {
    const there = await place();
    const submissionKey = randomUUID();
    const input = { argumentId: there, body: "Once", submissionKey };
    const sent = await Promise.all(Array.from({ length: 8 }, () => postComment(ada, input)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await db.comment.count({ where: { argumentId: there.id } })).toBe(1);
  });

  it("Another person's form with the same key is another comment", async () => {
    const submissionKey = randomUUID();
    const input = { argumentId: argument, body: "Twice", submissionKey };
    const [one, two] = [await postComment(ada, input), await postComment(grace, input)];
    expect(one.id).not.toBe(two.id);
  });

  it("People named in a comment are recorded, at most ten, and unknown names are not", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => member()));
    const body = `@${ada.handle} @nobody-here ${people.map(({ handle }) => `@${handle}`).join(" ")}`;
    const { id } = await postComment(grace, { argumentId: argument, body });
    const { mentions } = (await getComment(id, null))!;
    expect(mentions).toContain(ada.handle);
    expect(mentions).not.toContain("nobody-here");
    expect(mentions).toHaveLength(9);
  });

  it("The kept draft is forgotten once the comment is posted, and no other draft", async () => {
    const form = `comment:${publicId(argument)}`;
    const { debateId } = argument;
    const draft = (key: string) => ({
      debateId,
      userId: ada.id,
      form: key,
      values: { body: "Unsent" },
    });
    await db.draft.createMany({ data: [draft(form), draft("edit:1-1")] });
    await postComment(ada, { argumentId: argument, body: "Sent" });
    const left = await db.draft.findMany({ where: { userId: ada.id }, select: { form: true } });
    expect(left).toEqual([{ form: "edit:1-1" }]);
  });
});

describe("Refusals are worded by the rule", () => {
  const refusal = (work: Promise<unknown>) => expect(work).rejects;

  it("A closed debate and an archived argument take no comments", async () => {
    const there = await place();
    await db.argument.update({ where: { debateId_id: there }, data: { status: "ARCHIVED" } });
    await refusal(postComment(ada, { argumentId: there, body: "No" })).toMatchObject({
      code: "ARGUMENT_ARCHIVED",
    });
    await db.debate.update({ where: { id: there.debateId }, data: { status: "CLOSED" } });
    await refusal(postComment(ada, { argumentId: there, body: "No" })).toMatchObject({
      code: "DEBATE_NOT_OPEN",
    });
    await db.debate.update({ where: { id: there.debateId }, data: { status: "DRAFT" } });
    await refusal(postComment(ada, { argumentId: there, body: "No" })).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db.comment.count({ where: { argumentId: there.id } })).toBe(0);
  });

  it("A disabled account writes nothing, although its page is still open", async () => {
    const barred = await member();
    const { id } = await postComment(barred, { argumentId: argument, body: "Before" });
    await db.user.update({ where: { id: barred.id }, data: { status: "DISABLED" } });
    const disabled = { code: "ACCOUNT_DISABLED" };
    await refusal(postComment(barred, { argumentId: argument, body: "After" })).toMatchObject(
      disabled,
    );
    await refusal(editComment(barred, { id: ref(id), version: 1, body: "After" })).toMatchObject(
      disabled,
    );
    await refusal(deleteComment(barred, { id: ref(id) })).toMatchObject(disabled);
  });

  it("A deleted comment, and one of another argument, cannot be answered", async () => {
    const { id } = await postComment(ada, { argumentId: argument, body: "Gone soon" });
    const elsewhere = await createArgument(db, { debateId: argument.debateId });
    const across = { argumentId: elsewhere, replyToId: ref(id), body: "Across" };
    await refusal(postComment(grace, across)).toMatchObject({ code: "NOT_FOUND" });
    await deleteComment(ada, { id: ref(id) });
    const late = { argumentId: argument, replyToId: ref(id), body: "Late" };
    await refusal(postComment(grace, late)).toMatchObject({ code: "COMMENT_DELETED" });
  });

  it("A program with a token that only reads is refused", async () => {
    const program: Viewer = { ...ada, scopes: ["read"] };
    await refusal(postComment(program, { argumentId: argument, body: "No" })).toMatchObject({
      code: "SCOPE_MISSING",
    });
  });
});

describe("Changing and deleting one's words", () => {
  it("An edit raises the version, says when, and names other people", async () => {
    const { id } = await postComment(ada, { argumentId: argument, body: `Ask @${grace.handle}` });
    await editComment(ada, { id: ref(id), version: 1, body: `I asked @${ada.handle}` });
    const comment = (await getComment(id, ada))!;
    expect(comment).toMatchObject({ version: 2, mentions: [ada.handle] });
    expect(comment.editedAt).not.toBeNull();
  });

  it("An edit of an old version is refused with what is stored; the same edit sent twice is not", async () => {
    const { id } = await postComment(ada, { argumentId: argument, body: "First" });
    await editComment(ada, { id: ref(id), version: 1, body: "Second" });
    await expect(
      editComment(ada, { id: ref(id), version: 1, body: "Third" }),
    ).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { version: 2, body: "Second" } },
    });
    const again = await editComment(ada, { id: ref(id), version: 1, body: "Second" });
    expect(again.version).toBe(2);
  });

  it("Others change and delete nothing", async () => {
    const { id } = await postComment(ada, { argumentId: argument, body: "Mine" });
    const moderator: Viewer = { ...(await member({ role: "MODERATOR" })), role: "MODERATOR" };
    for (const other of [grace, moderator]) {
      await expect(
        editComment(other, { id: ref(id), version: 1, body: "X" }),
      ).rejects.toMatchObject({ code: "NOT_AUTHOR" });
      await expect(deleteComment(other, { id: ref(id) })).rejects.toMatchObject({
        code: "NOT_AUTHOR",
      });
    }
    expect((await getComment(id, null))!.body).toBe("Mine");
  });

  it("Deleted words are in no table and no answer; the thread and its answers stay", async () => {
    const there = await place();
    const { id } = await postComment(ada, {
      argumentId: there,
      body: `Canary words @${grace.handle}`,
    });
    await postComment(grace, { argumentId: there, replyToId: ref(id), body: "An answer" });
    await deleteComment(ada, { id: ref(id) });
    await deleteComment(ada, { id: ref(id) });
    const { items } = await listComments(publicId(there), ada);
    expect(items).toMatchObject([
      { id, deleted: true, body: "", author: null, mentions: [] },
      { body: "An answer", replyToName: null },
    ]);
    expect(items[0]!.can.edit).toEqual({ granted: false, because: "COMMENT_DELETED" });
    const found = await db.$queryRaw`
      SELECT 1 FROM comments WHERE body LIKE 'Canary%' UNION ALL
      SELECT 1 FROM search_documents WHERE body LIKE 'Canary%' UNION ALL
      SELECT 1 FROM comment_mentions WHERE comment_id = ${ref(id).id}`;
    expect(found).toEqual([]);
  });
});
