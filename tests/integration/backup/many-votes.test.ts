import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeBackup } from "@/lib/db/backup/make";
import { restoreBackup } from "@/lib/db/backup/restore";
import { env } from "@/lib/env";
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

test("300,000 votes and long drafts pass through without filling the memory", async () => {
  await withClient(original, (client) =>
    client.query(`
      INSERT INTO users (handle, handle_skeleton, name) SELECT 'many-' || n, 'many-' || n, 'M' FROM generate_series(1, 3000) n;
      INSERT INTO debates (slug, title, motion, status, opened_at, created_by_id)
        SELECT 'many', 'T', 'M', 'OPEN', now(), min(id) FROM users;
      INSERT INTO arguments (debate_id, stance, path, title, author_id)
        SELECT d.id, 'SUPPORT', ARRAY[n], 'A claim.', d.created_by_id FROM debates d, generate_series(1, 100) n WHERE slug = 'many';
      SET session_replication_role = replica;
      INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, stance, version)
        SELECT a.debate_id, a.id, u.id, u.id % 5, 'SUPPORT', 1
        FROM debates d JOIN arguments a ON a.debate_id = d.id, users u WHERE slug = 'many' AND u.handle LIKE 'many-%';
      INSERT INTO drafts (debate_id, user_id, form, values)
        SELECT d.id, u.id, 'f' || n, jsonb_build_object('body', repeat('words ', 3000))
        FROM debates d, users u, generate_series(1, 4) n WHERE slug = 'many' AND u.handle LIKE 'many-%'`),
  );
  const before = process.memoryUsage().rss;
  let peak = 0;
  const onProgress = () => void (peak = Math.max(peak, process.memoryUsage().rss));
  const file = path.join(folder, "many.tar.gz");
  const { tables } = await makeBackup(original, file, onProgress);
  const votes = tables.find(({ name }) => name === "impact_votes")!;
  expect(votes.rows).toBe(300_000);
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
  await restoreBackup(copy.url, file, { replace: true, onProgress });
  expect(bytes).toBeGreaterThan(220_000_000);
  expect(peak - before).toBeLessThan(bytes / 2);
}, 240_000);
