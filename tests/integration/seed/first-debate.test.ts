import { verify } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { loadFirstDebate } from "@/prisma/seed/load-debate";
import { seed } from "@/prisma/seed/seed";
import { testDatabase, type TestDatabase } from "@/tests/setup/test-database";

const data = loadFirstDebate();
const url = process.env.DATABASE_URL!;
const quiet = { demo: false, log: () => undefined };

/** How many rows every table has, and when the debate last changed. */
async function wholeState() {
  const tables = await db.$queryRaw<{ name: string; rows: number }[]>`
    SELECT c.relname AS name, (xpath('/row/n/text()', query_to_xml(
      format('SELECT count(*) AS n FROM %I', c.relname), false, true, '')))[1]::text::int AS rows
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`;
  return { tables, debates: await db.debate.findMany({ select: { slug: true, updatedAt: true } }) };
}

/** Number by ref, worked out from the tree in the file alone. */
function numbersFromFile(): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const { ref, parentRef } of data.arguments) {
    const siblings = data.arguments.filter((other) => other.parentRef === parentRef);
    const place = siblings.findIndex((other) => other.ref === ref) + 1;
    numbers.set(ref, parentRef === null ? `${place}` : `${numbers.get(parentRef)}.${place}`);
  }
  return numbers;
}

beforeAll(async () => {
  // Two instances start at the same moment on an empty database.
  const results = await Promise.all([seed(url, quiet), seed(url, quiet)]);
  expect(results.filter((result) => result.created)).toHaveLength(1);
});

describe("The first debate, in the database", () => {
  it("is loaded once: a second run changes nothing", async () => {
    const before = await wholeState();
    expect(await seed(url, quiet)).toEqual({ created: false });
    expect(await wholeState()).toEqual(before);
    expect(before.tables).toContainEqual({ name: "arguments", rows: 36 });
    expect(before.debates.map((debate) => debate.slug)).toEqual([data.debate.slug]);
  });

  it("is open, and shown first to readers", async () => {
    const debate = await db.debate.findUniqueOrThrow({ where: { slug: data.debate.slug } });
    expect(debate).toMatchObject({ status: "OPEN", featured: true, motion: data.debate.motion });
  });

  it("gives every argument the number that the tree says", async () => {
    const rows = await db.argument.findMany({ select: { title: true, path: true, stance: true } });
    const numbers = numbersFromFile();
    const expected = data.arguments.map(({ ref, title, stance }) => [
      numbers.get(ref),
      title,
      stance,
    ]);
    const found = rows.map(({ path, title, stance }) => [path.join("."), title, stance]);
    expect(found.sort()).toEqual(expected.sort());
  });

  it("gives the next reply and the next root a free number", async () => {
    const taken = await db.argument.findMany({
      select: { path: true, nextChild: true, _count: { select: { children: true } } },
    });
    for (const argument of taken) expect(argument.nextChild).toBe(argument._count.children + 1);
    const { nextRoot } = await db.debate.findFirstOrThrow({ select: { nextRoot: true } });
    expect(nextRoot).toBe(taken.filter((argument) => argument.path.length === 1).length + 1);
  });

  it("invents no vote and no comment", async () => {
    expect(await db.impactVote.count()).toBe(0);
    expect(await db.comment.count()).toBe(0);
    expect(await db.argumentCounts.count({ where: { voteCount: { gt: 0 } } })).toBe(0);
  });

  it("keeps every quotation word for word, on the source it comes from", async () => {
    const rows = await db.citation.findMany({
      where: { quotation: { not: "" } },
      select: {
        quotation: true,
        actor: { select: { name: true } },
        source: { select: { number: true } },
      },
    });
    const found = rows.map((row) => [row.actor?.name, row.quotation, `S${row.source.number}`]);
    const expected = data.actors.flatMap(({ name, quotation }) =>
      quotation ? [[name, quotation.text, quotation.sourceRef]] : [],
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  it("links every fact and argument to the sources and facts of the file, in their order", async () => {
    const sources = { orderBy: { position: "asc" }, select: { source: true } } as const;
    const facts = await db.fact.findMany({ select: { number: true, citations: sources } });
    const cited = facts.map(({ number, citations }) => [
      `F${number}`,
      citations.map(({ source }) => `S${source.number}`),
    ]);
    expect(cited.sort()).toEqual(data.facts.map((fact) => [fact.ref, fact.sourceRefs]).sort());

    const rows = await db.argument.findMany({
      select: { title: true, citations: sources, facts: { select: { fact: true } } },
    });
    for (const { title, citations, facts: rested } of rows) {
      const wanted = data.arguments.find((argument) => argument.title === title)!;
      expect(citations.map(({ source }) => `S${source.number}`)).toEqual(wanted.sourceRefs);
      expect(rested.map(({ fact }) => `F${fact.number}`).sort()).toEqual(
        [...wanted.factRefs].sort(),
      );
    }
  });

  it("begins the history of every argument with the argument as it stands", async () => {
    const rows = await db.argument.findMany({
      include: { revisions: true, facts: true, citations: { orderBy: { position: "asc" } } },
    });
    expect(rows).toHaveLength(data.arguments.length);
    for (const { title, body, authorId, revisions, citations, facts } of rows) {
      expect(revisions).toHaveLength(1);
      expect(revisions[0]).toMatchObject({ version: 1, change: "CREATED", title, body });
      expect(revisions[0]!.editorId).toBe(authorId);
      expect(revisions[0]!.sources).toEqual(
        citations.map(({ sourceId, quotation }) => ({ sourceId, quotation })),
      );
      expect(revisions[0]!.factIds.sort()).toEqual(facts.map((fact) => fact.factId).sort());
    }
  });
});

describe("The editors' account", () => {
  it("cannot be signed in to: it has no address, no password, and can be given none", async () => {
    const editors = await db.user.findUniqueOrThrow({ where: { handle: "editors" } });
    expect(editors).toMatchObject({ kind: "EDITORIAL", email: null, passwordHash: null });
    await expect(
      db.user.update({ where: { id: editors.id }, data: { passwordHash: "anything" } }),
    ).rejects.toThrow("users_editorial_check");
  });
});

describe("Demonstration accounts", () => {
  it("are made when asked for, with passwords told once that open them", async () => {
    expect(await db.user.count({ where: { kind: "DEMONSTRATION" } })).toBe(0);
    const told: string[] = [];
    const log = (line: string) => void told.push(line);
    expect(await seed(url, { demo: true, log })).toEqual({ created: false });
    await seed(url, { demo: true, log });

    expect(told).toHaveLength(3);
    for (const line of told) {
      const [, name, email, password] = /^(.+): (\S+@example\.org) (\S{20})$/.exec(line)!;
      const person = await db.user.findUniqueOrThrow({ where: { email: email! } });
      expect(person).toMatchObject({ name, kind: "DEMONSTRATION" });
      expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(await verify(person.passwordHash!, password!)).toBe(true);
    }
    const roles = await db.user.findMany({
      where: { kind: "DEMONSTRATION" },
      orderBy: { id: "asc" },
    });
    expect(roles.map((person) => person.role)).toEqual(["MEMBER", "MODERATOR", "ADMINISTRATOR"]);
  });
});

describe("When a person already has the editors' handle", () => {
  let other: TestDatabase;
  beforeAll(async () => {
    other = await testDatabase();
  });
  afterAll(() => other.drop());

  it("nothing is made in their name, and the message says what to do", async () => {
    const { PrismaClient } = await import("@/lib/db/generated/client");
    const { PrismaPg } = await import("@prisma/adapter-pg");
    const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: other.url }) });
    await client.user.create({
      data: { handle: "editors", handleSkeleton: "editors", name: "Ed Itors" },
    });
    await expect(seed(other.url, { ...quiet, demo: true })).rejects.toThrow(
      "The handle “editors” belongs to a person.",
    );
    expect(await client.debate.count()).toBe(0);
    expect(await client.user.count()).toBe(1);
    await client.$disconnect();
  });
});
