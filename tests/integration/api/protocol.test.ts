import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { browser, program, reader, type Caller, type Problem } from "./client";

type Argument = { id: string; version: number; title: string };

let slug: string;
let debateId: number;
let member: Caller & { person: { id: number; handle: string } };

beforeAll(async () => {
  const debate = await createDebate(db);
  slug = debate.slug;
  debateId = debate.id;
  member = await program();
});

async function argument(authorId = member.person.id): Promise<string> {
  const { id } = await createArgument(db, { debateId, authorId });
  return `/arguments/${debateId}-${id}`;
}

describe("A program that keeps what it has read", () => {
  test("is told that nothing has changed, until something does", async () => {
    const path = await argument();
    const first = await reader.ask("GET", path);
    const etag = first.headers.get("etag")!;
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    const headers = { "if-none-match": `"other", W/${etag}` };
    const same = await reader.ask<string>("GET", path, { headers });
    expect([same.status, same.body, same.headers.get("etag")]).toEqual([304, "", etag]);
    expect(same.headers.get("vary")).toContain("Authorization");
    await (await program()).ask("PUT", `${path}/vote`, { json: { impact: 4 } });
    const changed = await reader.ask("GET", path, { headers });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  test("asks for the head alone", async () => {
    const path = await argument();
    const [get, head] = await Promise.all([reader.ask("GET", path), reader.ask("HEAD", path)]);
    expect([head.status, head.body]).toEqual([200, ""]);
    expect(head.headers.get("etag")).toBe(get.headers.get("etag"));
  });

  test("shares nothing personal with a cache", async () => {
    const [own, everyones] = [await member.ask("GET", "/me"), await reader.ask("GET", "/debates")];
    expect(own.headers.get("cache-control")).toBe("private, no-cache");
    expect(everyones.headers.get("cache-control")).toBe("no-cache");
  });
});

describe("A change says which state it was begun on", () => {
  const title = "Other words for the same claim.";

  test.each(["etag", "version", "any"])("by If-Match with the %s", async (way) => {
    const path = await argument();
    const read = await member.ask("GET", path);
    const tags = { etag: read.headers.get("etag")!, version: '"v1"', any: "*" };
    const headers = { "if-match": tags[way as keyof typeof tags] };
    const edited = await member.ask<Argument>("PATCH", path, { json: { title }, headers });
    expect([edited.status, edited.body.version]).toEqual([200, 2]);
  });

  test("or is refused with the present state", async () => {
    const path = await argument();
    await member.ask("PATCH", path, { json: { title, version: 1 } });
    for (const tag of ['"v1"', '"no such tag"', 'W/"v2"']) {
      const headers = { "if-match": tag };
      const late = await member.ask("PATCH", path, { json: { title: "Late words." }, headers });
      expect([late.status, late.body.code]).toEqual([412, "PRECONDITION_FAILED"]);
      expect(late.body.current).toMatchObject({ version: 2, title });
    }
    const late = await member.ask("PATCH", path, { json: { title: "Late words.", version: 1 } });
    expect([late.status, late.body.code]).toEqual([409, "STALE_VERSION"]);
    expect(late.body.current).toMatchObject({ version: 2, title });
  });

  test("or is asked to", async () => {
    const path = await argument();
    const answer = await member.ask("PATCH", path, { json: { title } });
    expect([answer.status, answer.body.code]).toEqual([428, "PRECONDITION_REQUIRED"]);
  });

  test("and of ten at once exactly one is done", async () => {
    const path = await argument();
    const headers = { "if-match": '"v1"' };
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        member.ask("PATCH", path, { json: { title: `Words of turn ${turn}.` }, headers }),
      ),
    );
    expect(all.map((one) => one.status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
  });
});

describe("The same Idempotency-Key", () => {
  const claim = { parentId: null, stance: "OPPOSE", title: "The staff need a day of rest." };
  const post = (who: Caller, key: string, json: object = claim) =>
    who.ask<Argument & Problem>("POST", `/debates/${slug}/arguments`, {
      json,
      headers: { "idempotency-key": key },
    });
  const countOf = () => db.argument.count({ where: { debateId, title: claim.title } });

  test("sent fifty times at once makes one argument and one answer", async () => {
    const before = await countOf();
    const all = await Promise.all(Array.from({ length: 50 }, () => post(member, "fifty")));
    const answered = all.filter((one) => one.status === 201);
    expect(all.every((one) => one.status === 201 || one.status === 409)).toBe(true);
    expect(new Set(answered.map((one) => JSON.stringify(one.body))).size).toBe(1);
    expect(answered.filter((one) => !one.headers.has("idempotent-replayed"))).toHaveLength(1);
    expect(await countOf()).toBe(before + 1);
    const again = await post(member, "fifty");
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.headers.get("location")).toBe(answered[0]!.headers.get("location"));
    expect(again.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("with another request is refused", async () => {
    await post(member, "one");
    const other = await post(member, "one", { ...claim, stance: "SUPPORT" });
    expect([other.status, other.body.code]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
    const path = await argument();
    const elsewhere = await member.ask("DELETE", path.replace("arguments", "comments"), {
      headers: { "idempotency-key": "one" },
    });
    expect(elsewhere.body.code).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  test("of somebody else is another key", async () => {
    const stranger = await program();
    expect((await post(stranger, "fifty")).headers.has("idempotent-replayed")).toBe(false);
  });

  test("after a crash between writing and answering finds what was written", async () => {
    const first = await post(member, "crash");
    const row = { userId: member.person.id, key: "crash" };
    // As a process leaves it that dies here: claimed a minute ago, never answered.
    await db.idempotentAnswer.update({
      where: { userId_key: row },
      data: { status: null, body: null, createdAt: new Date(Date.now() - 60_000) },
    });
    const again = await post(member, "crash");
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  test("is told to wait while the first request runs elsewhere", async () => {
    await post(member, "slow");
    await db.idempotentAnswer.updateMany({ where: { key: "slow" }, data: { status: null } });
    const again = await post(member, "slow");
    expect([again.status, again.body.code]).toEqual([409, "IDEMPOTENCY_KEY_IN_USE"]);
    expect(again.headers.get("retry-after")).toBe("1");
  });

  test("is free again after a day, and after an answer that was not for good", async () => {
    await post(member, "day");
    const createdAt = new Date(Date.now() - 25 * 3_600_000);
    await db.idempotentAnswer.updateMany({ where: { key: "day" }, data: { createdAt } });
    const later = await post(member, "day", { ...claim, stance: "SUPPORT" });
    expect([later.status, later.headers.has("idempotent-replayed")]).toEqual([201, false]);
  });

  test("gives a refusal again too", async () => {
    const wrong = { ...claim, title: "" };
    const [first, again] = [await post(member, "no", wrong), await post(member, "no", wrong)];
    expect([first.status, again.status]).toEqual([422, 422]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("content-type")).toBe("application/problem+json");
  });

  test("gives a new token again to the browser that made it and to nobody else", async () => {
    const person = await browser();
    const ask = (who: Caller) =>
      who.ask<{ token?: string; code?: string }>("POST", "/me/tokens", {
        json: { name: "Notebook", scopes: ["write"] },
        headers: { "idempotency-key": "token" },
      });
    const first = await ask(person);
    expect((await ask(person)).body.token).toBe(first.body.token);
    const bearer = await program(["write"], person.person);
    expect((await ask(bearer)).body.code).toBe("IDEMPOTENCY_KEY_REUSED");
    const kept = await db.idempotentAnswer.findFirstOrThrow({ where: { key: "token" } });
    expect(kept.body).not.toContain(first.body.token!);
  });

  test.each(["", "a b", "ü", "x".repeat(256)])("is refused as %j", async (key) => {
    const encoded = Buffer.from(key).toString("latin1");
    expect((await post(member, encoded)).status).toBe(422);
  });

  test("without a person changes nothing", async () => {
    expect((await post(reader, "fifty")).status).toBe(401);
  });
});

describe("Wrong requests", () => {
  test("a method that an address does not know is answered 405 and names the others", async () => {
    const answer = await reader.ask("DELETE", "/debates");
    expect([answer.status, answer.body.code]).toEqual([405, "METHOD_NOT_ALLOWED"]);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
  });

  test.each(["text/html", "application/xml;q=0.9, application/json;q=0"])(
    "Accept: %s is answered 406",
    async (accept) => {
      const answer = await reader.ask("GET", "/debates", { headers: { accept } });
      expect([answer.status, answer.body.code]).toEqual([406, "NOT_ACCEPTABLE"]);
    },
  );

  test.each(["limt=5", "limit=5&limit=6", "__proto__=1", "q=a&q=b"])(
    "?%s is answered 422 and names the parameter",
    async (query) => {
      const answer = await reader.ask("GET", `/debates?${query}`);
      expect(answer.status).toBe(422);
      expect(Object.keys(answer.body.errors ?? {})).toEqual([query.split("=")[0]]);
    },
  );

  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  test.each([
    ["{", 400],
    ["", 400],
    [deep, 422],
    [`{"title":${deep}}`, 422],
    ['{"title":"a\\u0000bc","version":1}', 422],
    ['{"title":"Enough words","version":1e999}', 422],
    ['{"title":"Enough words","version":99999999999999999999}', 422],
    ['{"__proto__":{"version":1},"title":"Enough words"}', 422],
    ["null", 422],
  ])("a body of %.40s is answered %i", async (raw, status) => {
    const path = await argument();
    const headers = { "content-type": "application/json" };
    const answer = await member.ask("PATCH", path, { raw, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  test("a preflight allows reading with a known ETag, and no cookies", async () => {
    const answer = await reader.ask("OPTIONS", "/debates");
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-headers")).toContain("If-None-Match");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    const write = await member.ask("POST", "/me/tokens", { json: {} });
    expect(write.headers.get("access-control-allow-origin")).toBeNull();
  });
});

test("an ETag is of the body that is sent", async () => {
  const response = await reader.ask<object>("GET", "/featured");
  const digest = createHash("sha256").update(JSON.stringify(response.body)).digest("base64url");
  expect(response.headers.get("etag")).toBe(`"${digest.slice(0, 27)}"`);
});
