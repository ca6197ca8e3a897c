import { beforeAll, describe, expect, test } from "vitest";
import { GET as getCsv } from "@/app/modlog.csv/route";
import { GET as getFeed } from "@/app/modlog/feed.xml/route";
import { siteUrl } from "@/lib/env";
import { db } from "@/lib/db/client";
import { readJson } from "@/lib/interchange/json/read";
import { limit } from "@/lib/limits/limit";
import { storeLimits } from "@/lib/limits/rules";
import { fileOf } from "@/tests/factories/import-file";
import { reader } from "../api/client";
import { aboutComment, append, scene, type Scene } from "./entries";

const csv = (query = "", headers: Record<string, string> = {}) =>
  getCsv(new Request(`${siteUrl()}/modlog.csv${query}`, { headers }));
const feed = (query = "", headers: Record<string, string> = {}) =>
  getFeed(new Request(`${siteUrl()}/modlog/feed.xml${query}`, { headers }));

let at: Scene;
let elsewhere: Scene;
let hidden: number;
let formula: number;

beforeAll(async () => {
  at = await scene({ title: `Is "this" <b>bold</b>?` });
  elsewhere = await scene();
  hidden = await append(at, { privateNote: "Zanzibar", snapshot: { title: "Zanzibar" } });
  formula = await append(at, {
    about: aboutComment(at),
    publicReason: '=HYPERLINK("x")\nand more',
  });
  await append(elsewhere, { publicReason: "Elsewhere <script>alert(1)</script>" });
  await db.comment.update({
    where: { debateId_id: { debateId: at.debate.id, id: at.comment.id } },
    data: { body: "Zanzibar", status: "HIDDEN" },
  });
});

describe("Somebody who takes the log into a spreadsheet", () => {
  test("gets every entry with its link, and no cell is a formula", async () => {
    const answer = await csv(`?debate=${at.debate.slug}`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const text = await answer.text();
    const [head, ...lines] = text.split("\n");
    expect(head).toMatch(/^entry,at,action,target,debate,/);
    expect(lines[0]).toContain(`${formula},`);
    expect(text).toContain(`"'=HYPERLINK(""x"")\nand more"`);
    expect(text).not.toMatch(/(^|,)"?=/m);
    expect(text).toContain(
      `${siteUrl()}/debates/${at.debate.slug}/arguments/${at.debate.id}-${at.argument.id}#comment-${at.debate.id}-${at.comment.id}`,
    );
    expect(text).not.toMatch(/Zanzibar|Elsewhere/);
  });

  test("gets all of a long log, page by page", async () => {
    const many = await scene();
    await db.$executeRaw`
      SELECT log_moderation('WARN', 'DEBATE', NULL, true, ${many.debate.id}::int, NULL, NULL, NULL, 'OTHER', NULL,
        '{}', 'Said often', '', NULL) FROM generate_series(1, 1203)`;
    const text = await (await csv(`?debate=${many.debate.slug}&ground=OTHER`)).text();
    const numbers = text
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => Number(line.split(",")[0]));
    expect(numbers).toHaveLength(1203);
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
  });

  test("is asked to wait after too many searches, as everywhere", async () => {
    const network = "203.0.113.9";
    for (let turn = 0; turn < storeLimits["search-network"].points; turn += 1) {
      await limit("search-network", network);
    }
    const late = await csv("?q=sells", { "x-forwarded-for": network });
    expect(late.status).toBe(429);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await csv("", { "x-forwarded-for": network })).status).toBe(200);
  });
});

describe("Somebody who follows the log with a feed reader", () => {
  test("reads what was done and why, with the log's newest hash", async () => {
    const answer = await feed();
    expect(answer.headers.get("content-type")).toContain("application/atom+xml");
    const text = await answer.text();
    const head = await db.moderationHead.findFirstOrThrow();
    expect(text).toContain(head.hash);
    expect(text).not.toMatch(/Zanzibar|<script>/);
    const rss = await feed("?format=rss");
    expect(rss.headers.get("content-type")).toContain("application/rss+xml");
  });

  test("only of one debate, or about one person", async () => {
    const ofDebate = await (await feed(`?debate=${at.debate.slug}`)).text();
    expect(ofDebate).toContain("Mo Derator hid argument 1, in “Is &quot;this&quot; &lt;b&gt;");
    expect(ofDebate).toContain(`${siteUrl()}/modlog/${hidden}`);
    expect(ofDebate).not.toContain("Elsewhere");
    const ofPerson = await (await feed(`?person=${elsewhere.author.handle}`)).text();
    expect(ofPerson).toContain("Elsewhere");
    expect(ofPerson).not.toContain(`/modlog/${hidden}<`);
    expect((await feed("?debate=no-such-debate")).status).toBe(404);
    expect((await feed("?debate=NOT%20ONE")).status).toBe(404);
  });

  test("is told when nothing is new", async () => {
    const path = `?debate=${at.debate.slug}`;
    const etag = (await feed(path)).headers.get("etag")!;
    expect((await feed(path, { "if-none-match": etag })).status).toBe(304);
    await append(at);
    expect((await feed(path, { "if-none-match": etag })).status).toBe(200);
  });
});

test("A program reads the same entries and the log's end, and 422 for what is no filter", async () => {
  type Page = { items: { id: number }[]; nextCursor: string | null; head: object };
  const path = `/modlog?debate=${at.debate.slug}&limit=1`;
  const first = await reader.ask<Page>("GET", path);
  const next = await reader.ask<Page>("GET", `${path}&cursor=${first.body.nextCursor}`);
  expect(first.body.items[0]!.id).toBeGreaterThan(next.body.items[0]!.id);
  const { entries, hash } = await db.moderationHead.findFirstOrThrow();
  expect(first.body.head).toEqual({ entries, hash });
  expect(JSON.stringify([first.body, next.body])).not.toContain("Zanzibar");
  const one = await reader.ask<object>("GET", `/modlog/${first.body.items[0]!.id}`);
  expect(one.body).toEqual(first.body.items[0]);
  for (const query of [
    "action=SHOUT",
    "ground=spam",
    "undone=maybe",
    "debate=A%20B",
    "person=%00",
  ]) {
    expect([query, (await reader.ask("GET", `/modlog?${query}`)).status]).toEqual([query, 422]);
  }
  for (const id of ["0", "999999999", "1.5", "9999999999", "x"]) {
    expect([id, (await reader.ask("GET", `/modlog/${id}`)).status]).toEqual([id, 404]);
  }
  const made = Buffer.from(JSON.stringify([2 ** 40])).toString("base64url");
  expect((await reader.ask("GET", `/modlog?cursor=${made}`)).status).toBe(200);
});

test("Whoever exports a debate has the log's end with it, and the file is read again", async () => {
  type Exported = { moderationLog: object };
  const { body } = await reader.ask<Exported>("GET", `/debates/${at.debate.slug}/export`);
  const { entries, hash } = await db.moderationHead.findFirstOrThrow();
  expect(body.moderationLog).toEqual({ entries, hash });
  const file = fileOf(JSON.stringify(body));
  const { bundle, problems } = await readJson([file], null);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(bundle?.head.moderationLog).toEqual({ entries, hash });
});
