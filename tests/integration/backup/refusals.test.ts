import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { readArchive, writeArchive, type Part } from "@/lib/db/backup/archive";
import { inspectBackup } from "@/lib/db/backup/inspect";
import { makeBackup } from "@/lib/db/backup/make";
import { restoreBackup } from "@/lib/db/backup/restore";
import { migrationsFolder } from "@/lib/db/migration-folder";
import { applyMigrations } from "@/lib/db/migrations";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { testDatabase, type TestDatabase } from "@/tests/setup/test-database";
import { allRows, withClient, wholeShape } from "./databases";

const original = env.DATABASE_URL!;
let folder = "";
let file = "";
let copy: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "counterpoint-backup-"));
  file = path.join(folder, "whole.tar.gz");
  const debate = await createDebate(db);
  await castVotes(db, await createArgument(db, { debateId: debate.id }), [1, 4]);
  const { id: userId } = await createUser(db, { about: "signed in" });
  await db.session.create({ data: { userId, expiresAt: new Date("2100-01-01") } });
  await db.oneTimeToken.create({
    data: {
      tokenHash: "x".repeat(64),
      userId,
      purpose: "SET_PASSWORD",
      email: "a@example.org",
      expiresAt: new Date("2100-01-01"),
    },
  });
  await makeBackup(original, file);
});

afterAll(() => rm(folder, { recursive: true }));

// ── The file alone ─────────────────────────────────────────────────────────────────────────

test("A file that exists is never written over", async () => {
  await expect(makeBackup(original, file)).rejects.toThrow(/exists already/);
});

test("Whichever byte of a backup is wrong, it is refused", async () => {
  const bytes = await readFile(file);
  const wrong = path.join(folder, "wrong.tar.gz");
  const content = gunzipSync(bytes);
  // Now and then another bit packs the very same content (a run of zeros copied from elsewhere).
  const isTheSame = (changed: Buffer) => {
    try {
      return gunzipSync(changed).equals(content);
    } catch {
      return false;
    }
  };
  let refused = 0;
  const places = Array.from({ length: 60 }, (_, n) => Math.floor((n * bytes.length) / 60));
  // Bytes 3 to 9 say when and where gzip ran; nothing depends on them.
  for (const at of [...places, 1, 2, 10, bytes.length - 8, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    if (isTheSame(changed)) continue;
    await writeFile(wrong, changed);
    await expect(inspectBackup(wrong), `byte ${at}`).rejects.toThrow(/damaged/);
    refused += 1;
  }
  expect(refused).toBeGreaterThan(55);
  for (const length of [0, 9, 600, bytes.length - 1]) {
    await writeFile(wrong, bytes.subarray(0, length));
    await expect(inspectBackup(wrong), `${length} bytes`).rejects.toThrow(/damaged/);
  }
});

/** The backup with some of its parts changed, and every checksum of the archive right. */
async function rewritten(name: string, change: (part: Part) => Part[]): Promise<string> {
  const target = path.join(folder, name);
  await writeArchive(
    target,
    (async function* () {
      for await (const part of readArchive(file)) yield* change(part);
    })(),
  );
  return target;
}

test("A backup without its manifest, or with more than it speaks of, is refused", async () => {
  const bare = await rewritten("bare.tar.gz", (part) =>
    part.name === "manifest.json" ? [] : [part],
  );
  await expect(inspectBackup(bare)).rejects.toThrow(/manifest is missing/);
  const more = await rewritten("more.tar.gz", (part) =>
    part.name === "README.txt"
      ? [part, { name: "tables/extra/000001.copy", bytes: Buffer.from("1\n") }]
      : [part],
  );
  await expect(inspectBackup(more)).rejects.toThrow(/nothing is said of extra/);
});

test("A backup in a newer form is told from a damaged one", async () => {
  const newer = await rewritten("newer-form.tar.gz", ({ name, bytes }) => [
    { name, bytes: Buffer.from(bytes.toString("latin1").replace(`"version": 1`, `"version": 2`)) },
  ]);
  await expect(inspectBackup(newer)).rejects.toThrow(/made by a newer version/);
});

// ── The database ───────────────────────────────────────────────────────────────────────────

describe("Putting it back", () => {
  beforeEach(async () => {
    copy = await testDatabase({ template: "template1" });
  });
  afterEach(() => copy.drop());

  async function run(url: string, sql: string) {
    return withClient(url, async (client) => (await client.query(sql)).rows as unknown[]);
  }

  test("Restoring signs nobody in again, and old links stay dead", async () => {
    const { leftOut } = await restoreBackup(copy.url, file);
    expect(leftOut).toEqual({ sessions: 1, one_time_tokens: 1 });
    const rows = await allRows(copy.url);
    expect(rows).toEqual({ ...(await allRows(original)), sessions: [], one_time_tokens: [] });
  });

  test("A backup whose rows were changed by hand is refused, and nothing is touched", async () => {
    const changed = await rewritten("changed.tar.gz", ({ name, bytes }) => {
      const text = bytes.toString("latin1").replace("signed in", "signed up");
      return [{ name, bytes: Buffer.from(text, "latin1") }];
    });
    await restoreBackup(copy.url, file, { withSessions: true });
    const before = await allRows(copy.url);
    await expect(restoreBackup(copy.url, changed, { replace: true })).rejects.toThrow(
      /table users is not what was written.*Nothing was changed/,
    );
    expect(await allRows(copy.url)).toEqual(before);
  });

  test("A database that holds something is not touched without being told to replace it", async () => {
    await applyMigrations(copy.url);
    await run(
      copy.url,
      "INSERT INTO users (handle, handle_skeleton, name) VALUES ('me', 'me', 'Me')",
    );
    const before = await allRows(copy.url);
    await expect(restoreBackup(copy.url, file)).rejects.toThrow(/holds 1 accounts.*--replace/);
    expect(await allRows(copy.url)).toEqual(before);
  });

  test("Replacing throws away what a newer version had added, and jobs that wait", async () => {
    await applyMigrations(copy.url);
    await run(
      copy.url,
      `INSERT INTO users (handle, handle_skeleton, name) VALUES ('me', 'me', 'Me');
     CREATE TYPE later AS ENUM ('a'); CREATE TABLE later_table (id later, by int REFERENCES users);
     CREATE VIEW later_view AS SELECT * FROM users; CREATE FUNCTION later_do(later) RETURNS int LANGUAGE sql RETURN 1;
     CREATE SCHEMA pgboss; CREATE TABLE pgboss.job (id int)`,
    );
    await restoreBackup(copy.url, file, { replace: true, withSessions: true });
    expect(await allRows(copy.url)).toEqual(await allRows(original));
    expect(await wholeShape(copy.url)).toEqual(await wholeShape(original));
    expect(await run(copy.url, "SELECT to_regclass('pgboss.job') AS job")).toEqual([{ job: null }]);
  });

  test("A connection cut in the middle of a restore leaves the database as it was", async () => {
    await restoreBackup(copy.url, file);
    const before = [await allRows(copy.url), await wholeShape(copy.url)];
    const cut = () =>
      run(
        inject("postgresAdminUrl"),
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${new URL(copy.url).pathname.slice(1)}'`,
      );
    let cutting: Promise<unknown> | undefined;
    const onProgress = () => void (cutting ??= cut());
    await expect(restoreBackup(copy.url, file, { replace: true, onProgress })).rejects.toThrow();
    await cutting;
    expect([await allRows(copy.url), await wholeShape(copy.url)]).toEqual(before);
  });

  test("Rows that break a rule of the database's are refused even if the hashes are right", async () => {
    const source = await testDatabase();
    try {
      await run(
        source.url,
        `INSERT INTO users (handle, handle_skeleton, name) VALUES ('me', 'me', 'Me');
       ALTER TABLE follows DROP CONSTRAINT follows_debate_id_fkey;
       INSERT INTO follows (debate_id, user_id) VALUES (99, 1)`,
      );
      const odd = path.join(folder, "odd.tar.gz");
      await makeBackup(source.url, odd);
      await expect(restoreBackup(copy.url, odd)).rejects.toThrow(/follows_debate_id_fkey/);
      expect(await allRows(copy.url)).toEqual({});
    } finally {
      await source.drop();
    }
  });

  test("A backup is put back only while nobody uses the database", async () => {
    await withClient(copy.url, async () => {
      await expect(restoreBackup(copy.url, file)).rejects.toThrow(/in use \(1 open connection\)/);
    });
  });

  test("A backup of a newer version is refused, one of an older version is brought up to date", async () => {
    const source = await testDatabase({ template: "template1" });
    const older = path.join(folder, "older-migrations");
    try {
      await mkdir(older);
      const names = (await readdir(migrationsFolder)).filter((name) => /^\d/.test(name)).sort();
      for (const name of names.slice(0, 2)) {
        await cp(path.join(migrationsFolder, name), path.join(older, name), { recursive: true });
      }
      await applyMigrations(source.url, { folder: older });
      await run(
        source.url,
        "INSERT INTO users (handle, handle_skeleton, name) VALUES ('old', 'old', 'Old')",
      );
      const old = path.join(folder, "old.tar.gz");
      await makeBackup(source.url, old);
      const { applied } = await restoreBackup(copy.url, old);
      expect(applied).toEqual(names.slice(2));
      expect(await run(copy.url, "SELECT handle FROM users")).toEqual([{ handle: "old" }]);

      await run(
        source.url,
        "UPDATE _prisma_migrations SET migration_name = '29990101000000_later' WHERE migration_name LIKE '%_rules'",
      );
      const newer = path.join(folder, "newer.tar.gz");
      await makeBackup(source.url, newer);
      const before = await allRows(copy.url);
      await expect(restoreBackup(copy.url, newer, { replace: true })).rejects.toThrow(
        /newer than this version.*29990101000000_later/,
      );
      expect(await allRows(copy.url)).toEqual(before);
    } finally {
      await source.drop();
    }
  });

  test("A role that owns its database and nothing else can back up and restore", async () => {
    const admin = inject("postgresAdminUrl");
    const role = `keeper_${new URL(copy.url).pathname.slice(1)}`;
    const name = pg.escapeIdentifier(new URL(copy.url).pathname.slice(1));
    await run(
      admin,
      `CREATE ROLE ${role} LOGIN PASSWORD 'kept'; ALTER DATABASE ${name} OWNER TO ${role}`,
    );
    try {
      const url = new URL(copy.url);
      url.username = role;
      url.password = "kept";
      await restoreBackup(url.href, file, { withSessions: true });
      await restoreBackup(url.href, file, { replace: true, withSessions: true });
      expect(await allRows(url.href)).toEqual(await allRows(original));
      await makeBackup(url.href, path.join(folder, "by-role.tar.gz"));
    } finally {
      await run(admin, `ALTER DATABASE ${name} OWNER TO CURRENT_USER`);
      await run(copy.url, `REASSIGN OWNED BY ${role} TO CURRENT_USER`);
      await run(admin, `DROP ROLE ${role}`);
    }
  });
});
