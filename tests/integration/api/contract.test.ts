import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { append, scene } from "../moderation/entries";
import { browser, Caller, program, reader } from "./client";
import {
  expectPromised,
  isStream,
  named,
  operationOf,
  operations,
  type Operation,
} from "./promises";

type Person = { id: number; handle: string };
let slug: string;
let argument: string;
let comment: string;
let person: Person;
let member: Caller;
let moderator: Caller;
let signedIn: Caller;
let readsOnly: Caller;
let writesOnly: Caller;
const worthless = new Caller({ authorization: "Bearer cp_worthless" });

beforeAll(async () => {
  const debate = await createDebate(db);
  const debateId = debate.id;
  slug = debate.slug;
  person = await createUser(db);
  const authorId = person.id;
  const { id } = await createArgument(db, { debateId, authorId });
  argument = `${debateId}-${id}`;
  comment = `${debateId}-${(await createComment(db, { debateId, argumentId: id, authorId })).id}`;
  await append(await scene());
  member = await program(["read", "write"], person);
  moderator = await program(
    ["read", "write", "moderate"],
    await createUser(db, { role: "ADMINISTRATOR" }),
  );
  signedIn = await browser(person);
  readsOnly = await program(["read"], person);
  writesOnly = await program(["write"], person);
});

/** An address of the operation: of what is there, or of what is not. */
function addressOf({ path, method }: Operation, there: boolean): string {
  const item = path.startsWith("/comments") ? comment : argument;
  const known: Record<string, string> = {
    slug,
    id: /^\/(webhooks|modlog|moderation)/.test(path) ? "1" : item,
    handle: person.handle,
    form: "reply:root:SUPPORT",
    provider: "github",
    part: "timeline",
  };
  const nothing: Record<string, string> = {
    slug: "no-such-debate",
    id: "9-999",
    handle: "nobody-x",
  };
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent((there ? known[name] : (nothing[name] ?? known[name])) ?? "999999"),
  );
  const query = new URLSearchParams();
  if (path === "/search") query.set("q", "words");
  if (path.endsWith("/similar")) query.set("title", "Some words like these");
  const text = method === "GET" ? query.toString() : "";
  return text ? `${filled}?${text}` : filled;
}

describe("Whatever is wrong with a request, the answer is the one that is described", () => {
  test.each(named)("%s", async (_name, operation) => {
    const { method, responses } = operation;
    const there = addressOf(operation, true);
    const more = there.includes("?") ? "&" : "?";
    const reads = method === "GET";
    const json = { "content-type": "application/json" };
    const takesJson = "application/json" in (operation.requestBody?.content ?? {});
    const seen = new Set<number>();
    const ask = async (
      status: number | null,
      who: Caller,
      path: string,
      options: Parameters<Caller["ask"]>[2] = {},
    ) => {
      const answer = await who.ask<unknown>(method, path, options);
      if (status !== null) expect([method, path, answer.status]).toEqual([method, path, status]);
      seen.add(answer.status);
      expectPromised(operation, answer);
    };
    await ask(401, worthless, there);
    await ask(403, reads ? writesOnly : readsOnly, there);
    await ask(422, signedIn, `${there}${more}no-such-parameter=1`);
    const answersWith = Object.entries(responses).some(
      ([status, one]) => status.startsWith("2") && Object.keys(one.content ?? {}).length > 0,
    );
    if (answersWith) await ask(406, reader, there, { headers: { accept: "image/none" } });
    if (/\{(slug|id|handle)\}/.test(operation.path)) {
      const body = takesJson ? { json: {} } : {};
      await ask(null, moderator, addressOf(operation, false), body);
    }
    if (takesJson) {
      await ask(400, signedIn, there, { raw: "{", headers: json });
      await ask(415, signedIn, there, { raw: "words", headers: { "content-type": "text/plain" } });
      await ask(413, signedIn, there, { raw: " ".repeat(1_100_000), headers: json });
      await ask(422, signedIn, there, { json: { noSuchField: 1 } });
      await ask(422, signedIn, there, { json: [] });
    }
    if (!reads) await ask(401, reader, there, takesJson ? { json: {} } : {});
    const wrong = await reader.ask("PURGE", there.split("?")[0]!);
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([
      405,
      expect.stringContaining(method),
    ]);
    expect([...seen].filter((status) => status >= 500)).toEqual([]);
  });
});

describe("What is read is what is described", () => {
  const readable = named.filter(([, one]) => one.method === "GET" && !isStream(one));

  test.each(readable)("%s", async (_name, operation) => {
    const path = addressOf(operation, true);
    for (const who of [reader, member, signedIn, moderator]) {
      const answer = await who.ask<unknown>("GET", path);
      expectPromised(operation, answer);
      const etag = answer.headers.get("etag");
      if (answer.status !== 200 || !etag || !operation.responses[304]) continue;
      const again = await who.ask<unknown>("GET", path, { headers: { "if-none-match": etag } });
      // The list of jobs changes by itself.
      if (path !== "/admin/jobs") expect([path, again.status]).toEqual([path, 304]);
    }
  });
});

test("What could shut a person out is not done by a token, whatever its scopes", async () => {
  const password = "four unrelated words";
  const wanted: [name: string, json?: object][] = [
    ["PUT /me/password", { password, newPassword: password }],
    ["POST /me/email", { password, email: "new@example.org" }],
    ["POST /me/tokens", { name: "Notebook", scopes: ["read"] }],
    ["DELETE /me", { handle: "somebody" }],
    ["DELETE /me/sessions"],
    ["DELETE /me/providers/{provider}"],
  ];
  for (const [name, json] of wanted) {
    const operation = operationOf(name);
    const answer = await moderator.ask(operation.method, addressOf(operation, true), { json });
    expect([name, answer.status, answer.body.code]).toEqual([name, 403, "SCOPE_MISSING"]);
  }
});

test("Every part of the description has words on the reference page", () => {
  const t = translator("api");
  const tags = [...new Set(operations.map((one) => one.tags[0]!))];
  expect(tags.filter((tag) => !t.has(`tags.${tag}`))).toEqual([]);
});
