import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { browser, host, program, reader, type Caller } from "../api/client";

let argument: string;
let person: Awaited<ReturnType<typeof browser>>;

beforeAll(async () => {
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  argument = `${debate.id}-${id}`;
  person = await browser();
});

/** The browser of the signed-in person, sent by a page with these headers. */
const from = (headers: Record<string, string>) => {
  const { cookie } = person.headers as { cookie: string };
  return reader.ask("PUT", `/arguments/${argument}/vote`, {
    json: { impact: 4 },
    headers: { cookie, ...headers },
  });
};

const votes = () => db.impactVote.count({ where: { userId: person.person.id } });

describe("Another site cannot vote with a reader's session", () => {
  test.each([
    ["no word about where it comes from", {}],
    ["a foreign Origin", { origin: "https://elsewhere.example" }],
    ["Origin: null, as from a sandboxed frame", { origin: "null" }],
    ["Sec-Fetch-Site: cross-site", { "sec-fetch-site": "cross-site" }],
    ["a sibling subdomain", { "sec-fetch-site": "same-site", origin: `http://evil.${host}` }],
    [
      "our Origin beside Sec-Fetch-Site: cross-site",
      { origin: `http://${host}`, "sec-fetch-site": "cross-site" },
    ],
    [
      "a foreign Origin that X-Forwarded-Host repeats",
      { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" },
    ],
    [
      "an empty Authorization header, as if it were a token",
      { origin: "https://elsewhere.example", authorization: "" },
    ],
    [
      "JSON dressed up as text/plain",
      { origin: "https://elsewhere.example", "content-type": "text/plain" },
    ],
  ])("%s", async (_name, headers) => {
    const answer = await from(headers);
    expect([answer.status, answer.body.code]).toEqual([403, "FOREIGN_ORIGIN"]);
    expect(await votes()).toBe(0);
  });

  test("even as a form would send it, from our own page, only JSON is taken", async () => {
    const answer = await from({ origin: `http://${host}`, "content-type": "text/plain" });
    expect([answer.status, answer.body.code]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
    expect(await votes()).toBe(0);
  });

  test("every other write is guarded alike", async () => {
    const { cookie } = person.headers as { cookie: string };
    const foreign: Record<string, string> = { cookie, origin: "https://elsewhere.example" };
    const { slug } = await db.debate.findFirstOrThrow({ select: { slug: true } });
    const writesOfTheApi = [
      ["POST", `/debates/${slug}/arguments`],
      ["PATCH", `/arguments/${argument}`],
      ["POST", `/arguments/${argument}/archive`],
      ["POST", `/arguments/${argument}/restore`],
      ["DELETE", `/arguments/${argument}/vote`],
      ["POST", `/arguments/${argument}/comments`],
      ["PATCH", "/comments/1-1"],
      ["DELETE", "/comments/1-1"],
      ["POST", "/me/tokens"],
      ["DELETE", "/me/tokens/1"],
      ["PUT", `/debates/${slug}/follow`],
      ["DELETE", `/debates/${slug}/follow`],
      ["POST", "/me/notifications/read"],
      ["PATCH", "/me/notification-settings"],
    ] as const;
    for (const [method, path] of writesOfTheApi) {
      const answer = await reader.ask(method, path, { json: {}, headers: foreign });
      expect([method, path, answer.body.code]).toEqual([method, path, "FOREIGN_ORIGIN"]);
    }
  });
});

describe("Who may", () => {
  const cast = (who: Caller) =>
    who.ask("PUT", `/arguments/${argument}/vote`, { json: { impact: 2 } });

  test("the same person on our own page votes", async () => {
    expect((await cast(person)).status).toBe(200);
    expect(await votes()).toBe(1);
  });

  test("a program with a token needs no Origin", async () => {
    expect((await cast(await program())).status).toBe(200);
  });
});
