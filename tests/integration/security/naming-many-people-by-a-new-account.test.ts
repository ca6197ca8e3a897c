import { beforeEach, describe, expect, test } from "vitest";
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import type { Viewer } from "@/lib/shared/viewer";
import { offerArgument, offerComment, offerEdit } from "@/lib/suggestions/commands/offer";
import { changeSuggestion } from "@/lib/suggestions/commands/change-suggestion";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { program } from "../api/client";

let debate: Awaited<ReturnType<typeof createDebate>>;
let argument: { debateId: number; id: number };
let newcomer: Viewer;
let called: { id: number; handle: string }[];
let three: string;

beforeEach(async () => {
  debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  argument = { debateId: debate.id, id };
  newcomer = asViewer(await createUser(db));
  called = await Promise.all([1, 2, 3].map(() => createUser(db)));
  three = called.map(({ handle }) => `@${handle}`).join(" ");
});

const comment = (body: string, writer = newcomer) =>
  offerComment(writer, { argumentId: argument, body });
const claim = (changes: object) =>
  submitArgumentSchema.parse({
    ...{ debate: debate.slug, parentId: null, stance: "SUPPORT", title: "A claim of mine." },
    ...changes,
  });
const refusal = { code: "TOO_MANY_MENTIONS", details: { params: { named: 3, most: 2 } } };
const told = () =>
  db.notification.count({ where: { kind: "MENTION", userId: { in: called.map(({ id }) => id) } } });

describe("A new account that names three people", () => {
  test("is refused in a comment, an argument and an answer, and nobody is told", async () => {
    await expect(comment(three)).rejects.toMatchObject(refusal);
    await expect(offerArgument(newcomer, claim({ body: three }))).rejects.toMatchObject(refusal);
    const answer = claim({ parentId: `${argument.debateId}-${argument.id}`, body: three });
    await expect(offerArgument(newcomer, answer)).rejects.toMatchObject(refusal);
    expect(await told()).toBe(0);
    expect(await db.comment.count({ where: { authorId: newcomer.id } })).toBe(0);
    expect(await db.argument.count({ where: { authorId: newcomer.id } })).toBe(0);
  });

  test("is refused when it changes what was posted, or what waits, to name them", async () => {
    const at = { debateId: debate.id, authorId: newcomer.id };
    const said = await createComment(db, { ...at, argumentId: argument.id });
    const change = { id: { debateId: debate.id, id: said.id }, version: 1, body: three };
    await expect(editComment(newcomer, change)).rejects.toMatchObject(refusal);
    const own = await createArgument(db, at);
    const words = { title: "Another claim.", body: three, sources: [], factIds: [], reason: "" };
    const edit = { id: { debateId: debate.id, id: own.id }, version: 1, ...words };
    await expect(offerEdit(newcomer, edit)).rejects.toMatchObject(refusal);

    await db.debate.update({ where: { id: debate.id }, data: { heldWords: ["casino"] } });
    const { id } = await db.suggestion.create({
      data: {
        ...{ ...at, argumentId: argument.id, kind: "COMMENT", why: "WORDS" },
        content: { body: "My casino.", replyTo: null },
        submissionKey: crypto.randomUUID(),
      },
      select: { id: true },
    });
    const other = { id: { debateId: debate.id, id }, version: 1, body: three };
    await expect(changeSuggestion(newcomer, other)).rejects.toMatchObject(refusal);
    expect(await told()).toBe(0);
  });

  test("is refused through the API, in words that say what to do and when one may", async () => {
    const token = await program(["read", "write"], newcomer);
    const path = `/arguments/${argument.debateId}-${argument.id}/comments`;
    const { status, body } = await token.ask("POST", path, { json: { body: three } });
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: "TOO_MANY_MENTIONS" });
    expect(JSON.stringify(body)).toMatch(/Take the @ away.*UTC on, once 3 more contributions/);
  });
});

test("Two names are told; names in code and one name often do not count, as the notifier has it", async () => {
  const [one, two, third] = called.map(({ handle }) => `@${handle}`);
  await comment(`${one} ${two} ${one} and \`${third}\``);
  expect(await told()).toBe(2);
});

test("Members, moderators and the debate's editors name as many as they like", async () => {
  const longAgo = new Date(Date.now() - 90 * 86_400_000);
  const member = asViewer(await createUser(db, { createdAt: longAgo }));
  for (let n = 0; n < 3; n += 1) {
    await createArgument(db, { debateId: debate.id, authorId: member.id });
  }
  const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
  const editor = asViewer(await createUser(db));
  await db.debateRole.create({
    data: { debateId: debate.id, userId: editor.id, role: "EDITOR" },
  });
  for (const writer of [member, moderator, editor]) {
    await expect(comment(three, writer)).resolves.toHaveProperty("id");
  }
});
