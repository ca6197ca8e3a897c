/** The tables as they were when a backup was made: the same migrations, in the same order. */
import pg from "pg";
import type { Manifest } from "@/lib/db/backup/manifest";
import { listed, migrationsTable, readTables, type Table } from "@/lib/db/backup/tables";
import { migrationsFolder, readMigrations } from "@/lib/db/migration-folder";
import { Refusal } from "@/lib/db/problem";

/** Those of the migrations that this version of Counterpoint does not have. */
export async function unknownMigrations(names: readonly string[]): Promise<string[]> {
  const known = new Set((await scripts()).map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}

/**
 * Makes the empty tables within the caller's transaction, with their triggers off: what those would
 * write (kept counts, the search index) is in the backup already. Foreign keys and checks stay on.
 * @returns the tables, which are those of the backup
 * @throws Refusal when they are not
 */
export async function buildTables(client: pg.ClientBase, manifest: Manifest): Promise<Table[]> {
  await client.query(asPrismaMakesIt);
  const wanted = new Set(manifest.migrations);
  for (const { name, sql } of await scripts()) if (wanted.has(name)) await client.query(sql);
  const tables = await readTables(client);
  const shape = (of: readonly Pick<Table, "name" | "columns">[]) =>
    JSON.stringify(of.map(({ name, columns }) => [name, columns.toSorted()]).toSorted());
  if (shape(tables) !== shape(manifest.tables)) {
    throw new Refusal(
      "The backup's tables are not those that its migrations make. It comes from a changed copy of Counterpoint: restore it with that one. Nothing was changed.",
    );
  }
  // What the triggers keep is in the backup already, and the log's forbid emptying it.
  for (const { name } of tables) {
    await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} DISABLE TRIGGER USER`);
  }
  // A migration may have put rows in; the backup has them too.
  await client.query(`TRUNCATE ${listed(tables.map(({ name }) => name))}`);
  return tables;
}

async function scripts(): Promise<{ name: string; sql: string }[]> {
  const { migrationDirectories } = await readMigrations(migrationsFolder);
  return migrationDirectories.map(({ path, migrationFile: { content } }) => {
    if (content.tag !== "ok") throw new Error(`The migration ${path} cannot be read.`);
    return { name: path, sql: content.value };
  });
}

/** Prisma's list of what has been applied, in Prisma's own words; a test compares the two. */
const asPrismaMakesIt = `CREATE TABLE ${migrationsTable} (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
