import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeBackup } from "@/lib/db/backup/make";
import { restoreBackup } from "@/lib/db/backup/restore";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { testDatabase, type TestDatabase } from "@/tests/setup/test-database";
import { withClient } from "./databases";

const original = env.DATABASE_URL!;
let folder = "";
let copy: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "counterpoint-backup-"));
  copy = await testDatabase({ template: "template1" });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await copy.drop();
});

type Counted = { kept: number; sum: number; counted: number; counted_sum: number };

test("A backup made while people vote holds one moment: the kept counts are those of its votes", async () => {
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  const file = path.join(folder, "voting.tar.gz");
  const voted = { before: 0, after: 0 };
  await withClient(original, async (client) => {
    const vote = (n: number) =>
      client.query(
        `WITH person AS (INSERT INTO users (handle, handle_skeleton, name) VALUES ($3, $3, 'Voter') RETURNING id)
         INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, stance, version)
         SELECT $1, $2, id, 3, 'SUPPORT', 1 FROM person`,
        [debate.id, id, `voter-${n}`],
      );
    let votes = 0;
    let over = false;
    const voting = (async () => {
      while (!over) await vote((votes += 1));
    })();
    await expect.poll(() => votes, { interval: 5 }).toBeGreaterThan(20);
    voted.before = votes - 1;
    await makeBackup(original, file);
    over = true;
    await voting;
    voted.after = votes;
  });
  await restoreBackup(copy.url, file);
  const found = await withClient(copy.url, async (client) => {
    const { rows } = await client.query<Counted>(`
      SELECT vote_count AS kept, vote_sum AS sum, count(user_id)::int AS counted, sum(impact)::int AS counted_sum
      FROM argument_counts c JOIN impact_votes v USING (debate_id, argument_id) GROUP BY c.debate_id, c.argument_id`);
    return rows[0];
  });
  expect(found).toBeDefined();
  expect([found?.counted, found?.counted_sum]).toEqual([found?.kept, found?.sum]);
  expect(found?.kept).toBeGreaterThanOrEqual(voted.before);
  expect(found?.kept).toBeLessThan(voted.after);
});
