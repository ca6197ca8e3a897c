import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArguments } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { program, reader, type Answer } from "./client";

type Argument = { id: string; number: string; stance: string; mine?: { impact: number } };
type Page = { items: Argument[]; nextCursor: string | null };

let slug: string;
let ids: string[];

beforeAll(async () => {
  const debate = await createDebate(db);
  slug = debate.slug;
  const made = await createArguments(db, {
    debateId: debate.id,
    branches: [
      { stance: "SUPPORT", replies: [{ stance: "OPPOSE" }, { stance: "SUPPORT" }] },
      { stance: "OPPOSE" },
      { stance: "SUPPORT" },
    ],
  });
  ids = made.map(({ debateId, id }) => `${debateId}-${id}`);
  await castVotes(db, made[4]!, [4, 4, 4]);
});

describe("A program without an account", () => {
  test("finds the debate and reads it", async () => {
    const list = await reader.ask<{ items: { slug: string }[] }>("GET", "/debates");
    expect(list.body.items.map((debate) => debate.slug)).toContain(slug);
    const one = await reader.ask<{ brief: unknown; counts: object }>("GET", `/debates/${slug}`);
    expect(one.status).toBe(200);
    expect(one.body.brief).toBeNull();
    expect(one.body.counts).toEqual({ arguments: 5, comments: 0, people: 4 });
  });

  test("reads the whole tree in number order, page by page", async () => {
    const numbers: string[] = [];
    let cursor: string | null = "";
    do {
      const query: string = cursor ? `&cursor=${cursor}` : "";
      const page = await reader.ask<Page>("GET", `/debates/${slug}/arguments?limit=2${query}`);
      numbers.push(...page.body.items.map((argument) => argument.number));
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(numbers).toEqual(["1", "1.1", "1.2", "2", "3"]);
  });

  test("reads one level, best first, on both sides or one", async () => {
    const path = `/debates/${slug}/arguments?parent=root`;
    const both = await reader.ask<Page>("GET", path);
    expect(both.body.items.map((argument) => argument.number)).toEqual(["3", "1", "2"]);
    const one = await reader.ask<Page>("GET", `${path}&stance=OPPOSE`);
    expect(one.body.items.map((argument) => argument.number)).toEqual(["2"]);
    const below = await reader.ask<Page>(
      "GET",
      `/debates/${slug}/arguments?parent=${ids[0]}&sort=number`,
    );
    expect(below.body.items.map((argument) => argument.number)).toEqual(["1.1", "1.2"]);
  });

  test("pages through one level without losing or repeating an argument", async () => {
    const path = `/debates/${slug}/arguments?parent=root&limit=1`;
    const seen: string[] = [];
    let cursor: string | null = "";
    do {
      const page: Answer<Page> = await reader.ask(
        "GET",
        cursor ? `${path}&cursor=${cursor}` : path,
      );
      seen.push(...page.body.items.map((argument) => argument.number));
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(["3", "1", "2"]);
  });

  test("gets an argument in exactly the promised shape", async () => {
    const { body } = await reader.ask<Record<string, unknown>>("GET", `/arguments/${ids[4]}`);
    expect(Object.keys(body).sort()).toEqual(
      "author body bridging children comments correctedFactIds createdAt debate factIds featured id locked marks number parentId sources stance status strength title updatedAt version votes".split(
        " ",
      ),
    );
    expect(body).toMatchObject({
      id: ids[4],
      number: "3",
      parentId: null,
      debate: slug,
      strength: null,
      bridging: null,
      votes: { count: 3, mean: 4, histogram: [0, 0, 0, 0, 3] },
      children: { support: 0, oppose: 0 },
    });
    expect(Object.keys(body.author as object).sort()).toEqual(["handle", "name"]);
  });

  test("from another site may read, but never with cookies", async () => {
    const headers = { origin: "https://elsewhere.example" };
    const answer = await reader.ask("GET", "/debates", { headers });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    const preflight = await reader.ask("OPTIONS", `/arguments/${ids[0]}/vote`, { headers });
    expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, HEAD");
  });
});

describe("Wrong addresses and parameters", () => {
  test.each([
    ["/nothing", 404],
    ["/debates/no-such-debate", 404],
    ["/debates/NO%00SUCH", 404],
    ["/arguments/1-999999999", 404],
    ["/arguments/99999999999-1", 404],
    ["/arguments/word", 404],
    ["/arguments/1-2147483648", 404],
  ])("%s is answered %i, as a problem", async (path, status) => {
    const answer = await reader.ask("GET", path);
    expect([answer.status, answer.body.code]).toEqual([status, "NOT_FOUND"]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  test.each(["limit=0", "limit=501", "limit=many", "stance=BOTH", "sort=best", "parent=x"])(
    "?%s is answered 422 and names the parameter",
    async (query) => {
      const answer = await reader.ask("GET", `/debates/${slug}/arguments?${query}`);
      expect(answer.status).toBe(422);
      expect(Object.keys(answer.body.errors ?? {})).toEqual([query.split("=")[0]]);
    },
  );

  test.each([[[2 ** 40, 2 ** 40]], [["x", "y"]], [[[1], 2]], [[1e400, 1]], [{ a: 1 }]])(
    "a made-up cursor %j starts a list somewhere, never an error",
    async (made) => {
      const cursor = Buffer.from(JSON.stringify(made)).toString("base64url");
      for (const path of [
        `/debates?cursor=${cursor}`,
        `/debates/${slug}/arguments?cursor=${cursor}`,
        `/debates/${slug}/arguments?parent=root&cursor=${cursor}`,
        `/arguments/${ids[0]}/comments?cursor=${cursor}`,
      ]) {
        expect([path, (await reader.ask("GET", path)).status]).toEqual([path, 200]);
      }
    },
  );
});

test("A member sees their own vote on an argument; others do not", async () => {
  const member = await program();
  await member.ask("PUT", `/arguments/${ids[0]}/vote`, { json: { impact: 3 } });
  const mine = await member.ask<Argument>("GET", `/arguments/${ids[0]}`);
  expect(mine.body.mine).toEqual({ impact: 3 });
  const theirs = await reader.ask<Argument>("GET", `/arguments/${ids[0]}`);
  expect(theirs.body).not.toHaveProperty("mine");
});
