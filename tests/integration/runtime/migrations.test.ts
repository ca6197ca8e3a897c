import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations } from "@/lib/db/migrations";
import { testDatabase, type TestDatabase } from "@/tests/setup/test-database";

let database: TestDatabase;
let folder = "";

beforeEach(async () => {
  database = await testDatabase({ template: "template1" });
  folder = await mkdtemp(path.join(tmpdir(), "counterpoint-migrations-"));
  await migration("1_things", "CREATE TABLE thing (id int PRIMARY KEY);");
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function migration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

async function query(sql: string): Promise<pg.QueryResult<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

const migrate = (retryFailed = false) => applyMigrations(database.url, { folder, retryFailed });

test("Three instances that start together migrate once", async () => {
  const applied = await Promise.all([migrate(), migrate(), migrate()]);
  expect(applied.flat()).toEqual(["1_things"]);
});

test("A trigger's body with semicolons stays in one piece", async () => {
  await migration(
    "2_trigger",
    `CREATE FUNCTION double() RETURNS trigger AS $$ BEGIN NEW.id := NEW.id * 2; RETURN NEW; END; $$ LANGUAGE plpgsql;
     CREATE TRIGGER double BEFORE INSERT ON thing FOR EACH ROW EXECUTE FUNCTION double(); -- done`,
  );
  await migrate();
  expect((await query("INSERT INTO thing VALUES (4) RETURNING id")).rows).toEqual([{ id: 8 }]);
});

test("A migration that fails leaves nothing behind, is reported, and works once corrected", async () => {
  await migration("2_half", "CREATE TABLE half (id int); SELECT 1 / 0;");
  await expect(migrate()).rejects.toThrow(/2_half is half applied.*division by zero/);
  expect((await query("SELECT to_regclass('half') AS found")).rows).toEqual([{ found: null }]);
  await migration("2_half", "CREATE TABLE half (id int);");
  await expect(migrate()).rejects.toThrow(/--retry-migrations/);
  expect(await migrate(true)).toEqual(["2_half"]);
});

test("A migration broken off by a power cut is applied again by itself", async () => {
  await migrate();
  await query("DROP TABLE thing");
  await query("UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0");
  expect(await migrate()).toEqual(["1_things"]);
});

test("A migration that is cut off right after its changes were kept is not applied twice", async () => {
  // The engine's own note that it has finished comes later, from outside the transaction: refused
  // here, as a cut would.
  await migrate();
  await query(`
    CREATE FUNCTION cut() RETURNS trigger AS $$ BEGIN
      IF OLD.finished_at IS NOT NULL OR NEW.finished_at IS NULL THEN RAISE 'cut off'; END IF;
      RETURN NEW;
    END; $$ LANGUAGE plpgsql;
    CREATE TRIGGER cut BEFORE UPDATE ON _prisma_migrations FOR EACH ROW EXECUTE FUNCTION cut()`);
  await migration("2_once", "CREATE TABLE once ();");
  await expect(migrate()).rejects.toThrow(/cut off/);
  await query("DROP TRIGGER cut ON _prisma_migrations");
  expect(await migrate()).toEqual([]);
});

test("A database that is newer than the code is not touched", async () => {
  await migration("2_later", "CREATE TABLE later ();");
  await migrate();
  await rm(path.join(folder, "2_later"), { recursive: true });
  await expect(migrate()).rejects.toThrow(/newer than this version.*2_later/);
});

test("A database with somebody else's tables is not touched", async () => {
  await query("CREATE TABLE theirs ()");
  await expect(migrate()).rejects.toThrow(/an empty database of its own/);
});
