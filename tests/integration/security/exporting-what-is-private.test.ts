import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { browser, reader } from "../api/client";

const formats = ["json", "kialo", "argdown", "aif", "ris", "bibtex"];
let slug: string;
let secrets: Record<string, string>;

beforeAll(async () => {
  const author = await createUser(db, { about: "About me, at home" });
  const erased = await createUser(db, { name: "Gone Person", status: "ERASED", email: null });
  const { id: debateId, slug: name } = await createDebate(db, {});
  slug = name;
  const argument = await createArgument(db, { debateId, authorId: author.id });
  await createArgument(db, { debateId, authorId: erased.id });
  const voters = await castVotes(db, argument, [4, 0]);
  const voter = await db.user.findUniqueOrThrow({ where: { id: voters[0]! } });
  const deleted = await createComment(db, {
    debateId,
    argumentId: argument.id,
    body: "Said in anger",
  });
  await db.comment.update({
    where: { debateId_id: { debateId, id: deleted.id } },
    data: { status: "DELETED" },
  });
  await db.draft.create({
    data: { debateId, userId: author.id, form: "reply", values: { title: "Not said yet" } },
  });
  const silent = await db.user.findUniqueOrThrow({ where: { id: deleted.authorId } });
  secrets = {
    "an address": author.email!,
    "what somebody says about themselves": author.about,
    "a voter's handle": voter.handle,
    "a voter's address": voter.email!,
    "an erased person's name": erased.name,
    "an erased person's handle": erased.handle,
    "the words of a deleted comment": deleted.body,
    "who wrote a deleted comment": silent.handle,
    "a draft": "Not said yet",
  };
});

test.each(formats)("Nothing private is in an export as %s", async (format) => {
  const { status, body } = await reader.ask<unknown>(
    "GET",
    `/debates/${slug}/export?format=${format}`,
  );
  expect(status).toBe(200);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  for (const [what, secret] of Object.entries(secrets)) expect(text, what).not.toContain(secret);
});

test("A vote's time is a day, and its voter no number of an account", async () => {
  const { body } = await reader.ask<{ votes: { voter: string; at: string }[] }>(
    "GET",
    `/debates/${slug}/export`,
  );
  expect(body.votes).toHaveLength(2);
  for (const { voter, at } of body.votes) {
    expect(at).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(voter).toMatch(/^v[0-9a-f]{20}$/);
  }
});

test("A draft debate is exported only to who may read it", async () => {
  const draft = await createDebate(db, { status: "DRAFT", openedAt: null });
  const editor = await createUser(db);
  await db.debateRole.create({ data: { debateId: draft.id, userId: editor.id, role: "EDITOR" } });
  const statusFor = async (who: typeof reader) =>
    (await who.ask("GET", `/debates/${draft.slug}/export`)).status;
  expect(await statusFor(reader)).toBe(404);
  expect(await statusFor(await browser())).toBe(404);
  expect(await statusFor(await browser(editor))).toBe(200);
  const moderator = await createUser(db, { role: "MODERATOR" });
  expect(await statusFor(await browser(moderator))).toBe(200);
});
