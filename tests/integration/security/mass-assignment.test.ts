import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { browser, program, type Caller, type Problem } from "../api/client";

let slug: string;
let argument: string;
let author: Caller;
let person: Caller;

beforeAll(async () => {
  const debate = await createDebate(db);
  slug = debate.slug;
  author = await program();
  person = await browser();
  const { id } = await createArgument(db, {
    debateId: debate.id,
    authorId: (author as Caller & { person: { id: number } }).person.id,
  });
  argument = `${debate.id}-${id}`;
});

const extras = {
  id: "1-1",
  authorId: 1,
  author: { handle: "somebody" },
  debateId: 1,
  debate: "another",
  number: "9",
  path: [9],
  status: "LIVE",
  marks: ["unclear"],
  votes: { count: 1000 },
  strength: 1,
  createdAt: "2001-01-01T00:00:00Z",
  role: "ADMINISTRATOR",
  submissionKey: "018f0000-0000-7000-8000-000000000000",
};

const title = "The staff need a day of rest.";
const writesWithBodies = (): [Caller, string, string, Record<string, unknown>][] => [
  [author, "POST", `/debates/${slug}/arguments`, { parentId: null, stance: "SUPPORT", title }],
  [author, "PATCH", `/arguments/${argument}`, { version: 1, title: "Other words." }],
  [author, "POST", `/arguments/${argument}/archive`, { reason: "Said twice." }],
  [author, "POST", `/arguments/${argument}/restore`, { reason: "Said once." }],
  [author, "PUT", `/arguments/${argument}/vote`, { impact: 4 }],
  [author, "POST", `/arguments/${argument}/comments`, { body: "Which staff?" }],
  [author, "PATCH", "/comments/1-1", { version: 1, body: "Which staff?" }],
  [person, "POST", "/me/tokens", { name: "Notebook", scopes: ["read"] }],
];

test("A field that a form does not have is refused by name, and nothing is written", async () => {
  for (const [caller, method, path, json] of writesWithBodies()) {
    for (const [name, value] of Object.entries(extras)) {
      const answer = await caller.ask<Problem>(method, path, { json: { ...json, [name]: value } });
      expect([path, name, answer.status]).toEqual([path, name, 422]);
      expect(Object.keys(answer.body.errors ?? {})).toEqual([name]);
    }
  }
  expect(await db.argument.count()).toBe(1);
  expect(await db.argumentRevision.count()).toBe(1);
  expect(await db.comment.count()).toBe(0);
  expect(await db.personalToken.count()).toBe(1);
});

test("A field hidden in a source is refused too", async () => {
  const json = {
    parentId: null,
    stance: "SUPPORT",
    title,
    sources: [{ title: "Hours", number: 1, addedById: 1 }],
  };
  const answer = await author.ask("POST", `/debates/${slug}/arguments`, { json });
  expect(Object.keys(answer.body.errors ?? {})).toEqual([
    "sources.0.number",
    "sources.0.addedById",
  ]);
});

test("__proto__ and constructor change nothing", async () => {
  for (const raw of [
    '{"impact":4,"__proto__":{"impact":4,"admin":true}}',
    '{"impact":4,"constructor":{"prototype":{"admin":true}}}',
  ]) {
    const answer = await author.ask("PUT", `/arguments/${argument}/vote`, { raw });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  }
});
