import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { prepareExport } from "@/lib/interchange/commands/prepare-export";
import { writePreparedExport } from "@/lib/interchange/commands/write-prepared";
import { inChunks } from "@/lib/interchange/queries/export";
import { withSnapshot } from "@/lib/interchange/queries/snapshot";
import { writers } from "@/lib/interchange/writers";
import { createArguments } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

const megabyte = 1024 * 1024;
const [claims, voters] = [50, 2000];

let debate: { id: number; slug: string };
beforeAll(async () => {
  debate = await createDebate(db, { title: "Everybody weighs everything" });
  const branches = Array.from({ length: claims }, () => ({ stance: "SUPPORT" as const }));
  await createArguments(db, { debateId: debate.id, branches });
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('counterpoint.bulk', 'yes', true)`;
    await tx.$executeRaw`
      INSERT INTO users (handle, handle_skeleton, name)
      SELECT 'voter-' || n, 'voter-' || n, 'Somebody' FROM generate_series(1, ${voters}::int) n`;
    await tx.$executeRaw`
      INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, stance, version)
      SELECT a.debate_id, a.id, u.id, u.id % 5, a.stance, 1
      FROM arguments a, users u WHERE a.debate_id = ${debate.id} AND u.handle LIKE 'voter-%'`;
    await tx.$executeRaw`SELECT count_debate_anew(${debate.id}::int)`;
  });
}, 60_000);

/** What is in use, garbage aside. */
function heap(): number {
  gc();
  return process.memoryUsage().heapUsed;
}

test("A debate of 100,000 votes leaves as JSON without being held in memory", async () => {
  const sizes: number[] = [];
  let chunks = 0;
  let bytes = 0;
  let votes = 0;
  await withSnapshot(debate, async (snapshot) => {
    for await (const chunk of inChunks(writers.json.write(snapshot))) {
      bytes += chunk.length;
      votes += Buffer.from(chunk).toString("latin1").split('"voter":').length - 1;
      chunks += 1;
      if (chunks % 5 === 0) sizes.push(heap());
    }
  });
  expect(votes).toBe(claims * voters);
  expect(bytes).toBeGreaterThan(8 * megabyte);
  expectSteady(sizes);
}, 60_000);

test("It is prepared in the background without being held in memory either", async () => {
  const person = asViewer(await createUser(db));
  const { id } = await prepareExport(person, { debate: debate.slug, format: "json" });
  const sizes: number[] = [];
  const real = writers.json.write;
  vi.spyOn(writers.json, "write").mockImplementationOnce(async function* (bundle) {
    let pieces = 0;
    for await (const piece of real(bundle)) {
      yield piece;
      pieces += 1;
      if (pieces % 4000 === 0) sizes.push(heap());
    }
  });
  const written = await writePreparedExport({ exportId: id }, new AbortController().signal);
  expect(written!.bytes).toBeGreaterThan(8 * megabyte);
  expect(sizes.length).toBeGreaterThan(20);
  expectSteady(sizes);
}, 60_000);

/** Held until the end, the votes alone would make it grow by 17 MB. */
function expectSteady(sizes: readonly number[]): void {
  const tenth = Math.floor(sizes.length / 10);
  const first = Math.max(...sizes.slice(0, tenth));
  const last = Math.max(...sizes.slice(-tenth));
  expect(last - first).toBeLessThan(5 * megabyte);
}
