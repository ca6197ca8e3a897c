import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { browser, program, reader, type Caller } from "./client";

type Argument = {
  id: string;
  number: string;
  version: number;
  title: string;
  body: string;
  status: string;
  sources: { title: string; url: string | null; quotation: string }[];
  author: { handle: string };
};
type Comment = { id: string; version: number; body: string; deleted: boolean };
type Vote = { impact: number; votes: { count: number; mean: number; histogram: number[] } };

let slug: string;
let argument: string;
let member: Caller & { person: { handle: string } };

beforeEach(async () => {
  const debate = await createDebate(db);
  slug = debate.slug;
  const { id } = await createArgument(db, { debateId: debate.id });
  argument = `${debate.id}-${id}`;
  member = await program();
});

const claim = { parentId: null, stance: "OPPOSE", title: "The staff need a day of rest." };
const source = {
  title: "Opening hours",
  url: "https://library.example/hours",
  publisher: "The library",
  published: "2025-03",
  quotation: "closed on Sundays",
};
const post = (who: Caller, json: object, headers?: Record<string, string>) =>
  who.ask<Argument>("POST", `/debates/${slug}/arguments`, { json, headers });

describe("Arguments", () => {
  test("a member posts one with a source and finds it at its address", async () => {
    const made = await post(member, { ...claim, sources: [source] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ number: "2", author: { handle: member.person.handle } });
    const found = await reader.ask<Argument>(
      "GET",
      made.headers.get("location")!.replace("/api/v1", ""),
    );
    expect(found.body.sources).toMatchObject([source]);
  });

  test("a member answers an argument", async () => {
    const made = await post(member, { ...claim, parentId: argument });
    expect(made.body.number).toBe("1.1");
  });

  test("the same Idempotency-Key makes one argument", async () => {
    const headers = { "idempotency-key": "once" };
    const made = await Promise.all([1, 2, 3].map(() => post(member, claim, headers)));
    expect(new Set(made.map((answer) => answer.body.id)).size).toBe(1);
    const again = await post(member, claim, { "idempotency-key": "twice" });
    expect(again.body.id).not.toBe(made[0]!.body.id);
  });

  test("an edit changes what it names and keeps the rest", async () => {
    const { id } = (await post(member, { ...claim, body: "Why.", sources: [source] })).body;
    const edited = await member.ask<Argument>("PATCH", `/arguments/${id}`, {
      json: { version: 1, title: "The staff need one free day." },
    });
    expect(edited.body).toMatchObject({
      version: 2,
      title: "The staff need one free day.",
      body: "Why.",
      sources: [source],
    });
    const revisions = await reader.ask<{ items: { version: number; title: string }[] }>(
      "GET",
      `/arguments/${id}/revisions`,
    );
    expect(revisions.body.items.map(({ version, title }) => [version, title])).toEqual([
      [2, "The staff need one free day."],
      [1, claim.title],
    ]);
  });

  test("an edit of an old version is refused with what stands now", async () => {
    const { id } = (await post(member, claim)).body;
    const edit = (title: string) =>
      member.ask("PATCH", `/arguments/${id}`, { json: { version: 1, title } });
    await edit("First change.");
    const second = await edit("Second change.");
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      code: "STALE_VERSION",
      current: { version: 2, title: "First change." },
    });
  });

  test("nobody edits another member's argument", async () => {
    const answer = await member.ask("PATCH", `/arguments/${argument}`, {
      json: { version: 1, title: "Taken over." },
    });
    expect([answer.status, answer.body.code]).toEqual([403, "NOT_AUTHOR"]);
  });

  test("its author archives it and restores it", async () => {
    const { id } = (await post(member, claim)).body;
    const json = { reason: "Said twice." };
    const archived = await member.ask<Argument>("POST", `/arguments/${id}/archive`, { json });
    expect(archived.body.status).toBe("ARCHIVED");
    const tree = await reader.ask<{ items: Argument[] }>("GET", `/debates/${slug}/arguments`);
    expect(tree.body.items.map((item) => item.id)).not.toContain(id);
    const restored = await member.ask<Argument>("POST", `/arguments/${id}/restore`, { json });
    expect(restored.body).toMatchObject({ status: "LIVE", version: 3 });
  });

  test("an argument for a closed debate is refused", async () => {
    await db.debate.update({ where: { slug }, data: { status: "CLOSED" } });
    const answer = await member.ask("POST", `/debates/${slug}/arguments`, { json: claim });
    expect([answer.status, answer.body.code]).toEqual([409, "DEBATE_NOT_OPEN"]);
  });
});

describe("Votes", () => {
  const vote = (who: Caller, json: unknown) =>
    who.ask<Vote>("PUT", `/arguments/${argument}/vote`, { json });

  test("a member weighs an argument, weighs it anew and withdraws", async () => {
    const first = await vote(member, { impact: 4 });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      impact: 4,
      votes: { count: 1, mean: 4, histogram: [0, 0, 0, 0, 1] },
    });
    const second = await vote(member, { impact: 0 });
    expect(second.body.votes).toEqual({ count: 1, mean: 0, histogram: [1, 0, 0, 0, 0] });
    expect((await member.ask("DELETE", `/arguments/${argument}/vote`)).status).toBe(204);
    const { body } = await reader.ask<Vote>("GET", `/arguments/${argument}`);
    expect(body.votes.count).toBe(0);
  });

  test.each([[null], ["3"], [true], [5], [-1], [1.5], [[]], [{}]])(
    "an impact of %j is refused and counts nothing",
    async (impact) => {
      const answer = await vote(member, { impact });
      expect(answer.status).toBe(422);
      const { body } = await reader.ask<Vote>("GET", `/arguments/${argument}`);
      expect(body.votes.count).toBe(0);
    },
  );

  test("nobody votes on their own argument", async () => {
    const made = await post(member, claim);
    const answer = await member.ask("PUT", `/arguments/${made.body.id}/vote`, {
      json: { impact: 4 },
    });
    expect([answer.status, answer.body.code]).toEqual([403, "OWN_ARGUMENT"]);
  });

  test("forty people who click at once are counted forty times", async () => {
    const people = await Promise.all(Array.from({ length: 40 }, () => program()));
    await Promise.all(
      people.flatMap((who) => [vote(who, { impact: 2 }), vote(who, { impact: 2 })]),
    );
    const { body } = await reader.ask<Vote>("GET", `/arguments/${argument}`);
    expect(body.votes).toMatchObject({ count: 40, histogram: [0, 0, 40, 0, 0] });
  });
});

describe("Comments", () => {
  test("a member comments, answers, changes and deletes", async () => {
    const path = `/arguments/${argument}/comments`;
    const first = await member.ask<Comment>("POST", path, { json: { body: "Which staff?" } });
    expect(first.status).toBe(201);
    const answer = await member.ask<Comment>("POST", path, {
      json: { body: "All of them.", replyToId: first.body.id },
    });
    const changed = await member.ask<Comment>("PATCH", `/comments/${answer.body.id}`, {
      json: { version: answer.body.version, body: "Nearly all." },
    });
    expect(changed.body).toMatchObject({ body: "Nearly all.", version: 2 });
    expect((await member.ask("DELETE", `/comments/${first.body.id}`)).status).toBe(204);
    const list = await reader.ask<{ items: Comment[] }>("GET", path);
    expect(list.body.items.map(({ body, deleted }) => [body, deleted])).toEqual([
      ["", true],
      ["Nearly all.", false],
    ]);
  });

  test("a stranger deletes nothing", async () => {
    const path = `/arguments/${argument}/comments`;
    const { body } = await member.ask<Comment>("POST", path, { json: { body: "Which staff?" } });
    const stranger = await program();
    expect((await stranger.ask("DELETE", `/comments/${body.id}`)).status).toBe(403);
  });
});

describe("Accounts and tokens", () => {
  test("a person makes a token in the browser, uses it, and revokes it", async () => {
    const person = await browser();
    const made = await person.ask<{ id: number; token: string }>("POST", "/me/tokens", {
      json: { name: "Notebook", scopes: ["read"] },
    });
    expect(made.status).toBe(201);
    const headers = { authorization: `Bearer ${made.body.token}` };
    const me = await reader.ask<{ handle: string; scopes: string[] }>("GET", "/me", { headers });
    expect(me.body).toMatchObject({ handle: person.person.handle, scopes: ["read"] });
    const list = await person.ask<{ items: object[] }>("GET", "/me/tokens");
    expect(JSON.stringify(list.body)).not.toContain(made.body.token);
    expect((await person.ask("DELETE", `/me/tokens/${made.body.id}`)).status).toBe(204);
    const after = await reader.ask("GET", "/me", { headers });
    expect([after.status, after.body.code]).toEqual([401, "TOKEN_INVALID"]);
  });

  test("a token makes and revokes no tokens", async () => {
    const answer = await member.ask("POST", "/me/tokens", {
      json: { name: "Another", scopes: ["write"] },
    });
    expect([answer.status, answer.body.code]).toEqual([403, "SCOPE_MISSING"]);
  });

  test("a token that may only read changes nothing", async () => {
    const readsOnly = await program(["read"]);
    const answer = await readsOnly.ask("PUT", `/arguments/${argument}/vote`, {
      json: { impact: 1 },
    });
    expect([answer.status, answer.body.code]).toEqual([403, "SCOPE_MISSING"]);
    const writesOnly = await program(["write"]);
    expect((await writesOnly.ask("GET", "/me")).status).toBe(403);
  });

  test("a person takes away everything that is kept about them, without secrets", async () => {
    await post(member, claim);
    const answer = await member.ask<{ format: string }>("GET", "/me/export");
    expect(answer.body.format).toBe("counterpoint-account-1");
    const text = JSON.stringify(answer.body);
    expect(text).toContain(claim.title);
    expect(text).not.toMatch(/hash/i);
  });
});
