import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inspectBackup } from "@/lib/db/backup/inspect";
import { makeBackup } from "@/lib/db/backup/make";
import { restoreBackup } from "@/lib/db/backup/restore";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { seed } from "@/prisma/seed/seed";
import { castVotes } from "@/tests/factories/cast-votes";
import { createComment } from "@/tests/factories/create-comment";
import { fillEmptyTables } from "@/tests/factories/every-table";
import { testDatabase } from "@/tests/setup/test-database";
import { allRows, withClient, wholeShape } from "./databases";

const original = env.DATABASE_URL!;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "counterpoint-backup-"));
  await seed(original, { demo: false, log: () => undefined });
  const { debateId, id } = await db.argument.findFirstOrThrow({ orderBy: { id: "asc" } });
  await castVotes(db, { debateId, id }, [0, 4, 4, 2]);
  const comment = await createComment(db, {
    debateId,
    argumentId: id,
    body: "Tab\t, \\N and\nline",
  });
  await createComment(db, { debateId, argumentId: id, replyToId: comment.id });
  await withClient(original, fillEmptyTables);
});

afterAll(() => rm(folder, { recursive: true }));

test("A restored copy equals the original in every row of every table, and in all its rules", async () => {
  const rows = await allRows(original);
  expect(Object.entries(rows).filter(([, found]) => found.length === 0)).toEqual([]);
  const file = path.join(folder, "whole.tar.gz");
  const manifest = await makeBackup(original, file);
  expect(manifest.tables.map(({ name }) => name).sort()).toEqual(Object.keys(rows).sort());
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await inspectBackup(file)).toEqual(manifest);

  const copy = await testDatabase({ template: "template1" });
  try {
    await restoreBackup(copy.url, file, { withSessions: true });
    expect(await allRows(copy.url)).toEqual(rows);
    expect(await wholeShape(copy.url)).toEqual(await wholeShape(original));
  } finally {
    await copy.drop();
  }
});
