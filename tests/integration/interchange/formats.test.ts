import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Bundle } from "@/lib/interchange/bundle";
import { importBundle } from "@/lib/interchange/commands/import-bundle";
import { textOf } from "@/lib/interchange/decode";
import type { ImportFile } from "@/lib/interchange/formats";
import { readers } from "@/lib/interchange/readers";
import type { Viewer } from "@/lib/shared/viewer";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { fixture, fixtureFiles } from "@/tests/unit/interchange/fixtures";
import { conversation, conversations, fileOf } from "@/tests/unit/interchange/import-files";

let moderator: Viewer;
beforeAll(async () => {
  moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
});

type Format = keyof typeof readers;

async function read(format: Format, files: readonly ImportFile[]): Promise<Bundle> {
  const { bundle, problems } = await readers[format](files);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return bundle!;
}

async function bringIn(format: Format, files: readonly ImportFile[], seed = "") {
  const fileHash = createHash("sha256")
    .update(format + seed + files[0]!.size)
    .digest("hex");
  const bundle = await read(format, files);
  return importBundle(moderator, bundle, { format, fileHash, publish: true });
}

async function treeOf(slug: string) {
  const rows = await db.argument.findMany({
    where: { debate: { slug } },
    orderBy: { path: "asc" },
    select: { debateId: true, id: true, path: true, stance: true, title: true, body: true },
  });
  return rows.map((row) => ({ ...row, number: row.path.join(".") }));
}
const counts = async () => [
  await db.debate.count(),
  await db.argument.count(),
  await db.user.count(),
  await db.source.count(),
  await db.impactVote.count(),
];

const kialo = () => [fileOf("pool.txt", fixture("kialo/one-line-a-claim.txt"))];

describe("A discussion from Kialo", () => {
  test("stands here with its tree, its sources, and cross-references that lead on", async () => {
    const { slug, created } = await bringIn("kialo", kialo());
    expect(created).toBe(true);
    const tree = await treeOf(slug);
    expect(tree.map(({ number, stance }) => `${number} ${stance}`)).toEqual([
      ...["1 SUPPORT", "1.1 OPPOSE", "1.2 SUPPORT", "1.2.1 OPPOSE", "2 OPPOSE", "2.1 SUPPORT"],
      ...["2.2 OPPOSE", "3 SUPPORT", "4 OPPOSE"],
    ]);
    const target = tree.find(({ number }) => number === "2.1")!;
    const reference = tree.find(({ number }) => number === "1.2")!;
    const address = `/debates/${slug}/arguments/${target.debateId}-${target.id}`;
    expect(reference.body).toBe(`[See 2.1](${address})`);
    const states = await db.argumentRevision.findMany({
      where: { debateId: reference.debateId, argumentId: reference.id },
    });
    expect(states.map(({ body }) => body)).toEqual([reference.body]);
    const cited = await db.citation.count({ where: { debateId: target.debateId } });
    expect(cited).toBe(4);
  });

  test("brought in twice changes nothing the second time", async () => {
    await bringIn("kialo", kialo());
    const before = await counts();
    expect(await bringIn("kialo", kialo())).toMatchObject({ created: false });
    expect(await counts()).toEqual(before);
  });
});

test("A Kialo file of the other shape, Argdown and AIF stand here with their trees", async () => {
  const other = await bringIn("kialo", [fileOf("b.txt", fixture("kialo/two-lines-a-claim.txt"))]);
  expect((await treeOf(other.slug)).map(({ number }) => number)).toEqual([
    ...["1", "1.1", "1.2", "2", "2.1", "3"],
  ]);
  const argdown = [fileOf("pool.argdown", fixture("argdown/reconstructed.argdown"))];
  expect((await treeOf((await bringIn("argdown", argdown)).slug)).length).toBe(5);
  const aif = [fileOf("pool.json", fixture("aif/inference-and-conflict.json"))];
  expect((await treeOf((await bringIn("aif", aif)).slug)).length).toBe(3);
});

test("An import that fails in the middle leaves nothing behind", async () => {
  const bundle = await read("polis-csv", fixtureFiles("polis"));
  let times = 0;
  const votes = async function* () {
    times += 1;
    let given = 0;
    for await (const vote of bundle.votes()) {
      if (times === 3 && given === 3) throw new Error("the disk is gone");
      given += 1;
      yield vote;
    }
  };
  const before = await counts();
  const options = { format: "polis-csv", fileHash: "f".repeat(64) } as const;
  await expect(importBundle(moderator, { ...bundle, votes }, options)).rejects.toThrow("disk");
  expect(times).toBe(3);
  expect(await counts()).toEqual(before);
});

describe.skipIf(conversations.length === 0)("The real Polis exports", () => {
  test.each(conversations)(
    "%s: every cell stands in the database as Polis published it",
    async (name) => {
      const files = conversation(name);
      const { slug } = await bringIn("polis-csv", files, name);
      const stored = await db.$queryRaw<{ voter: number; statement: number; impact: number }[]>`
        SELECT dense_rank() OVER (ORDER BY v.user_id)::int AS voter, a.path[1] - 1 AS statement, v.impact::int AS impact
        FROM impact_votes v JOIN arguments a ON a.debate_id = v.debate_id AND a.id = v.argument_id
        JOIN debates d ON d.id = v.debate_id WHERE d.slug = ${slug}`;
      const votes = new Map(stored.map((vote) => [`${vote.voter} ${vote.statement}`, vote.impact]));

      const table = files.find((file) => file.name === "participants-votes.csv")!;
      const rows = parse<Record<string, string>>(await textOf(table), { columns: true })
        .map((row) => ({ id: Number(row.participant), cells: cellsOf(row) }))
        .filter(({ cells }) => cells.length > 0)
        .sort((a, b) => a.id - b.id);
      const impacts = { "1": 4, "0": 2, "-1": 0 } as Record<string, number>;
      let wrong = 0;
      let cells = 0;
      rows.forEach((row, index) => {
        for (const [statement, cell] of row.cells) {
          cells += 1;
          if (votes.get(`${index + 1} ${statement}`) !== impacts[cell]) wrong += 1;
        }
      });
      expect({ wrong, cells }).toEqual({ wrong: 0, cells: votes.size });
      expect(stored.length).toBe(votes.size);
    },
    120_000,
  );
});

const cellsOf = (row: Record<string, string>) =>
  Object.entries(row).filter(([name, cell]) => /^\d+$/.test(name) && cell !== "");
