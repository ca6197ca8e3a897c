import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { importBundle } from "@/lib/interchange/commands/import-bundle";
import { withSnapshot } from "@/lib/interchange/queries/snapshot";
import { readers, writers } from "@/lib/interchange/readers";
import { writeKialoIndented } from "@/lib/interchange/text-formats";
import type { Writer } from "@/lib/interchange/formats";
import { createArgument } from "@/tests/factories/create-argument";
import { fileOf } from "@/tests/unit/interchange/import-files";
import { fullDebate } from "./full-debate";

type Ref = { id: number; slug: string };

let debate: Ref;
beforeAll(async () => {
  debate = await fullDebate(20_261_124);
  const [first] = await db.argument.findMany({
    where: { debateId: debate.id, status: "LIVE" },
    orderBy: { path: "asc" },
    take: 1,
  });
  const address = `/debates/${debate.slug}/arguments/${debate.id}-${first!.id}`;
  const number = first!.path.join(".");
  const linked = { debateId: debate.id, parentId: first!.id, authorId: first!.authorId };
  await createArgument(db, { ...linked, title: first!.title, body: `[See ${number}](${address})` });
  await createArgument(db, { ...linked, title: "Said", body: `As [said](${address}) before.` });
}, 120_000);

/** The live tree without ids: what the text formats carry. */
async function treeOf({ id, slug }: Ref) {
  const { title, motion, motionNote } = await db.debate.findUniqueOrThrow({ where: { id } });
  const rows = await db.argument.findMany({
    where: { debateId: id },
    orderBy: { path: "asc" },
    include: { citations: { orderBy: { position: "asc" }, include: { source: true } } },
  });
  const numbers = new Map(rows.map((row) => [`${id}-${row.id}`, row.path.join(".")]));
  const hidden = rows
    .filter(({ status }) => status === "ARCHIVED")
    .map(({ path }) => path.join("."));
  const shown = rows.filter(
    ({ path }) => !hidden.some((number) => `${path.join(".")}.`.startsWith(`${number}.`)),
  );
  return {
    ...{ title, motion, motionNote },
    arguments: shown.map((row) => ({
      number: row.path.join("."),
      ...{ stance: row.stance, title: row.title },
      body: row.body.replace(
        new RegExp(`/debates/${slug}/arguments/(\\d+-\\d+)`, "g"),
        (_, at: string) => numbers.get(at)!,
      ),
      sources: row.citations.map(({ quotation, source }) => ({
        ...{ quotation, title: source.title, url: source.url },
        ...{ publisher: source.publisher, published: source.published },
      })),
    })),
  };
}

async function written(write: Writer): Promise<Uint8Array> {
  return withSnapshot(debate, async (snapshot) => {
    const parts: Uint8Array[] = [];
    for await (const part of write(snapshot))
      parts.push(typeof part === "string" ? new TextEncoder().encode(part) : part);
    return Buffer.concat(parts);
  });
}

test.each([
  ["kialo", writers.kialo],
  ["kialo", writeKialoIndented],
  ["argdown", writers.argdown],
  ["aif", writers.aif],
] as const)(
  "A debate taken away as %s and brought in again has the same tree",
  async (format, write) => {
    const text = await written(write);
    const { bundle, problems } = await readers[format]([fileOf("debate.txt", text)]);
    expect(problems).toEqual([]);
    const { slug } = await importBundle(null, bundle!, {
      ...{ format, fileHash: randomBytes(32).toString("hex"), publish: true },
    });
    const { id } = await db.debate.findUniqueOrThrow({ where: { slug }, select: { id: true } });
    const before = await treeOf(debate);
    expect(before.arguments.length).toBeGreaterThan(20);
    expect(await treeOf({ id, slug })).toEqual(before);
  },
);

test("In Kialo's text a body that only leads on is written as Kialo does", async () => {
  const text = new TextDecoder().decode(await written(writers.kialo));
  expect(text).toMatch(/^1\.1\.\d+\. Pro: -> See 1\.1\.$/m);
});

test("A debate taken away for Polis and brought in again has the same votes", async () => {
  const zip = await written(writers["polis-csv"]);
  const { bundle, problems } = await readers["polis-csv"]([fileOf("debate.zip", zip)]);
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["EVENTS_EQUAL", "CELLS_EQUAL"]),
  );
  const votes = await db.impactVote.count({ where: { debateId: debate.id } });
  let again = 0;
  for await (const _ of bundle!.votes()) again += 1;
  expect(again).toBe(votes);
});
