import { generateKeyPairSync, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { importBundle } from "@/lib/interchange/commands/import-bundle";
import { readSigningKey } from "@/lib/interchange/signing-key";
import { readJson } from "@/lib/interchange/json/read";
import { writeJson } from "@/lib/interchange/json/write";
import { withSnapshot } from "@/lib/interchange/queries/snapshot";
import { fileOf } from "@/tests/factories/import-file";
import { fullDebate } from "./full-debate";

const { privateKey } = generateKeyPairSync("ed25519");
const key = readSigningKey(privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"))!;

let debate: { id: number; slug: string };
beforeAll(async () => {
  debate = await fullDebate(Number(process.env.SEED ?? 20_261_124));
});

async function exported(which: { id: number; slug: string }): Promise<string> {
  return withSnapshot(which, async (snapshot) => {
    let text = "";
    const schemaUrl = "https://example.org/schema.json";
    for await (const piece of writeJson(snapshot, { schemaUrl, key })) text += piece;
    return text;
  });
}

async function imported(text: string, ours: boolean) {
  const { bundle, problems } = await readJson([fileOf(text)], null);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const { slug } = await importBundle(null, bundle!, {
    ...{ format: "json" as const, fileHash: randomBytes(32).toString("hex"), publish: true, ours },
  });
  const { id } = await db.debate.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return { id, slug };
}

type Vote = { argument: string; voter: string; impact: number; version: number; at: string };
type Document = Record<string, unknown> & { votes: Vote[]; debate: Record<string, unknown> };

/** What must be the same: all but ids, pseudonyms and the time of the export. */
function comparable(text: string) {
  const {
    exportedAt,
    origin,
    manifest,
    votes,
    debate: head,
    ...rest
  } = JSON.parse(text) as Document;
  const { slug, ...kept } = head;
  expect([exportedAt, origin, manifest, slug].every(Boolean)).toBe(true);
  const byVoter = new Map<string, string[]>();
  for (const { voter, ...vote } of votes)
    byVoter.set(voter, [...(byVoter.get(voter) ?? []), JSON.stringify(vote)]);
  return {
    ...rest,
    debate: kept,
    votes: [...byVoter.values()].map((list) => list.sort().join()).sort(),
  };
}

/** What readers see of a debate, without ids. */
async function seen(debateId: number) {
  const counts = await db.argumentCounts.findMany({
    where: { debateId },
    include: { argument: { select: { path: true } } },
  });
  return {
    debate: await db.debateCounts.findUnique({ where: { debateId }, omit: { debateId: true } }),
    arguments: counts
      .map(
        ({
          argument,
          voteCount,
          voteSum,
          n0,
          n4,
          lowerBound,
          divided,
          comments,
          supportChildren,
          opposeChildren,
          discussed,
          live,
        }) => ({
          number: argument.path.join("."),
          voteCount,
          voteSum,
          n0,
          n4,
          lowerBound,
          divided,
          comments,
          supportChildren,
          opposeChildren,
          discussed,
          live,
        }),
      )
      .sort((a, b) => (a.number < b.number ? -1 : 1)),
    search: await db.searchDocument.groupBy({
      by: ["kind"],
      where: { debateId },
      _count: true,
      orderBy: { kind: "asc" },
    }),
  };
}

describe.each([
  ["that comes from elsewhere", false],
  ["that was made here", true],
])("A debate that leaves and comes back in a file %s", (_words, ours) => {
  test("is equal, and so is what is exported from it", async () => {
    const first = await exported(debate);
    const copy = await imported(first, ours);
    const second = await exported(copy);
    expect(comparable(second)).toEqual(comparable(first));
    expect(await seen(copy.id)).toEqual(await seen(debate.id));
  });
});

test("Every part of the debate is in the file", async () => {
  const document = JSON.parse(await exported(debate)) as Record<string, unknown[]>;
  for (const name of [
    "people",
    "sources",
    "facts",
    "actors",
    "timeline",
    "openQuestions",
    "glossary",
    "caveats",
    "arguments",
    "revisions",
    "votes",
    "comments",
    "log",
  ])
    expect(document[name]!.length, name).toBeGreaterThan(0);
  const revisions = document.revisions as { change: string }[];
  expect(new Set(revisions.map(({ change }) => change))).toEqual(
    new Set(["CREATED", "EDITED", "ARCHIVED", "MOVED", "MERGED"]),
  );
  expect(document.log).toHaveLength(document.revisions!.length + 1);
});

test("Somebody who reads two exports cannot tell that two voters are one", async () => {
  const voters = async () =>
    new Set((JSON.parse(await exported(debate)) as Document).votes.map(({ voter }) => voter));
  const [first, second] = [await voters(), await voters()];
  expect(first.size).toBe(second.size);
  expect([...first].filter((voter) => second.has(voter))).toEqual([]);
});
