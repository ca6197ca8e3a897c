import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Bundle } from "@/lib/interchange/bundle";
import { importBundle } from "@/lib/interchange/commands/import-bundle";
import { importFiles } from "@/lib/interchange/commands/import-files";
import { writeJson } from "@/lib/interchange/json/write";
import { argumentOf, bundleOf, commentOf, headOf, voteOf } from "@/tests/factories/bundle";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArguments } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { fileOf } from "@/tests/factories/import-file";
import { asViewer } from "@/tests/factories/viewer";
import type { Viewer } from "@/lib/shared/viewer";

let moderator: Viewer;
beforeAll(async () => {
  moderator = asViewer(await createUser(db, { role: "MODERATOR" }), { role: "MODERATOR" });
});

const freshHash = () => randomBytes(32).toString("hex");

async function bringIn(bundle: Bundle, options: { publish?: boolean; ours?: boolean } = {}) {
  const made = await importBundle(moderator, bundle, {
    format: "json",
    fileHash: freshHash(),
    ...options,
  });
  const debate = await db.debate.findUniqueOrThrow({ where: { slug: made.slug } });
  return { ...made, debate };
}

const small = (changes: Parameters<typeof bundleOf>[0] = {}) =>
  bundleOf({
    arguments: [
      argumentOf("1"),
      argumentOf("1.1", { stance: "OPPOSE" }),
      argumentOf("1.3", { status: "ARCHIVED" }),
      argumentOf("3", { author: null }),
    ],
    votes: [voteOf("1", "v1", 4), voteOf("1", "v2", 0), voteOf("3", "v1", 3)],
    comments: [
      commentOf(1, "1"),
      commentOf(2, "1", { replyTo: 1 }),
      commentOf(3, "1", { deleted: true, body: "", author: null, replyTo: 2 }),
    ],
    ...changes,
  });

test("Whoever runs the site sees how far an import has come, to its end", async () => {
  let text = "";
  const bundle = small({ head: headOf({ exportedAt: "2026-03-04T05:06:08.000Z" }) });
  const options = { schemaUrl: "https://example.org/schema.json", key: null };
  for await (const piece of writeJson(bundle, options)) text += piece;
  const told: [number, number][] = [];
  const onProgress = (done: number, total: number) => void told.push([done, total]);
  const input = { dryRun: false, publish: false, onProgress };
  const { debate } = await importFiles(moderator, [fileOf(text)], input);
  expect(debate!.created).toBe(true);
  expect(told).toEqual([
    [4, 10],
    [7, 10],
    [10, 10],
  ]);
});

describe("A moderator brings in a debate", () => {
  test("and finds its tree, votes, comments and counts", async () => {
    const { debate, created } = await bringIn(small(), { publish: true });
    expect(created).toBe(true);
    expect(debate).toMatchObject({ status: "OPEN", nextRoot: 4, title: headOf().debate.title });
    const rows = await db.argument.findMany({
      where: { debateId: debate.id },
      orderBy: { path: "asc" },
      include: { counts: true, author: true, revisions: true },
    });
    expect(rows.map(({ path, nextChild }) => [path.join("."), nextChild])).toEqual([
      ["1", 4],
      ["1.1", 1],
      ["1.3", 1],
      ["3", 1],
    ]);
    expect(rows[0]!.counts).toMatchObject({
      voteCount: 2,
      voteSum: 4,
      n0: 1,
      n4: 1,
      comments: 2,
      opposeChildren: 1,
      supportChildren: 0,
      discussed: 3,
    });
    expect(rows[0]!.author).toMatchObject({ kind: "IMPORTED", importedHandle: "ada", email: null });
    expect(rows[3]!.author).toMatchObject({ kind: "IMPORTED", status: "ERASED" });
    expect(rows.every(({ revisions }) => revisions.length === 1)).toBe(true);
    expect(await db.debateCounts.findUnique({ where: { debateId: debate.id } })).toMatchObject({
      arguments: 3,
      comments: 2,
      people: 4,
    });
    const threads = await db.comment.findMany({
      where: { debateId: debate.id },
      orderBy: { id: "asc" },
    });
    expect(new Set(threads.map(({ threadId }) => threadId))).toEqual(new Set([threads[0]!.id]));
  });

  test("as a draft, unless asked to publish it", async () => {
    const { debate } = await bringIn(small());
    expect(debate).toMatchObject({ status: "DRAFT", openedAt: null });
  });

  test("and counting at once gives what the triggers count one by one", async () => {
    const { id: debateId } = await createDebate(db);
    const made = await createArguments(db, {
      debateId,
      branches: [{ stance: "SUPPORT", replies: [{ stance: "OPPOSE" }, { stance: "SUPPORT" }] }],
    });
    await castVotes(db, made[0]!, [0, 1, 2, 3, 4, 4]);
    await castVotes(db, made[2]!, [3]);
    await createComment(db, { debateId, argumentId: made[1]!.id });
    const kept = async () => [
      await db.argumentCounts.findMany({ where: { debateId }, orderBy: { argumentId: "asc" } }),
      await db.debateCounts.findUnique({ where: { debateId } }),
      await db.participation.count({ where: { debateId } }),
    ];
    const before = await kept();
    await db.$executeRaw`SELECT count_debate_anew(${debateId}::int)`;
    expect(await kept()).toEqual(before);
  });

  test("and a second debate of the same name gets a number", async () => {
    const slug = `twice-${randomBytes(4).toString("hex")}`;
    const head = headOf();
    const named = small({ head: { ...head, debate: { ...head.debate, slug } } });
    const slugs = [
      (await bringIn(named)).slug,
      (await bringIn(named)).slug,
      (await bringIn(named)).slug,
    ];
    expect(slugs).toEqual([slug, `${slug}-2`, `${slug}-3`]);
  });

  test("and counts people who argue and vote once, when the file says how many there were", async () => {
    const head = headOf();
    const bundle = small({ head: { ...head, debate: { ...head.debate, people: 3 } } });
    const { debate } = await bringIn(bundle);
    expect(await db.debateCounts.findUnique({ where: { debateId: debate.id } })).toMatchObject({
      people: 3,
    });
    expect(await db.participation.count({ where: { debateId: debate.id } })).toBe(3);
  });
});

describe("The same file twice", () => {
  test("changes nothing, also when both arrive together", async () => {
    const options = { format: "json", fileHash: freshHash() } as const;
    const head = headOf();
    const slug = `same-${randomBytes(4).toString("hex")}`;
    const bundle = small({ head: { ...head, debate: { ...head.debate, slug } } });
    const made = await Promise.all([
      importBundle(moderator, bundle, options),
      importBundle(moderator, bundle, options),
    ]);
    expect(made.map(({ created }) => created).sort()).toEqual([false, true]);
    expect(made.map((each) => each.slug)).toEqual([slug, slug]);
    expect(await db.debate.count({ where: { slug: { startsWith: slug } } })).toBe(1);
  });
});

describe("Words are put into nobody's mouth", () => {
  test("A file from elsewhere never speaks as somebody here who has the same handle", async () => {
    const ada = await createUser(db, {
      handle: `ada-${randomBytes(3).toString("hex")}`,
      createdAt: new Date("2020-01-01"),
    });
    const people = [{ ref: "p1", handle: ada.handle, name: ada.name, editorial: false }];
    const { debate } = await bringIn(small({ head: headOf({ people }) }));
    expect(await db.argument.count({ where: { debateId: debate.id, authorId: ada.id } })).toBe(0);
    const own = await bringIn(small({ head: headOf({ people }) }), { ours: true });
    expect(await db.argument.count({ where: { debateId: own.debate.id, authorId: ada.id } })).toBe(
      3,
    );
  });

  test("Not even this site's own file speaks as an account younger than itself", async () => {
    const late = await createUser(db, { createdAt: new Date() });
    const people = [{ ref: "p1", handle: late.handle, name: late.name, editorial: false }];
    const { debate } = await bringIn(small({ head: headOf({ people }) }), { ours: true });
    expect(await db.argument.count({ where: { debateId: debate.id, authorId: late.id } })).toBe(0);
  });
});

test("Many votes come in and are counted right", async () => {
  const claims = Array.from({ length: 100 }, (_, index) => argumentOf(String(index + 1)));
  function* votes() {
    for (let voter = 0; voter < 200; voter += 1)
      for (const { number } of claims)
        yield voteOf(number, `v${voter}`, (voter + Number(number)) % 5);
  }
  const { debate } = await bringIn({ ...bundleOf({ arguments: claims }), votes });
  const sums = await db.argumentCounts.aggregate({
    where: { debateId: debate.id },
    _sum: { voteCount: true, voteSum: true },
  });
  expect(sums._sum).toEqual({ voteCount: 20_000, voteSum: 40_000 });
  expect(await db.debateCounts.findUnique({ where: { debateId: debate.id } })).toMatchObject({
    people: 201,
  });
});
