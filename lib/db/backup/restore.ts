/** Puts a backup back: all of it, proved equal, or nothing. */
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { from, to } from "pg-copy-streams";
import { readArchive } from "@/lib/db/backup/archive";
import { contentsOf, dropEverything } from "@/lib/db/backup/clear";
import { inspectBackup, tableOf } from "@/lib/db/backup/inspect";
import type { OnProgress } from "@/lib/db/backup/make";
import type { BackedUpTable, Manifest } from "@/lib/db/backup/manifest";
import { Measure } from "@/lib/db/backup/measure";
import { buildTables, unknownMigrations } from "@/lib/db/backup/rebuild";
import { copyIn, copyOut, plainSettings, readSequences, type Table } from "@/lib/db/backup/tables";
import { applyMigrations, withMigrationLock } from "@/lib/db/migrations";
import { Refusal } from "@/lib/db/problem";

export interface RestoreOptions {
  /** Throw away what the database holds now. Without it only an empty one is filled. */
  replace?: boolean;
  /**
   * Also sign people's browsers in again and make links in old mails work, as for a move to another
   * machine. Otherwise a session that was ended after the backup would come alive.
   */
  withSessions?: boolean;
  onProgress?: OnProgress;
}

export interface Restored {
  manifest: Manifest;
  /** Rows of the backup that were deliberately left out. */
  leftOut: Record<string, number>;
  /** Migrations newer than the backup, applied afterwards. */
  applied: string[];
}

const signIns = ["sessions", "one_time_tokens"];

/**
 * Everything up to the comparison of every table with the backup is one transaction: whatever
 * breaks it off, the database is as it was.
 * @throws Refusal in plain words
 */
export async function restoreBackup(
  databaseUrl: string,
  file: string,
  options: RestoreOptions = {},
): Promise<Restored> {
  const manifest = await inspectBackup(file);
  const [unknown] = await unknownMigrations(manifest.migrations);
  if (unknown !== undefined) {
    throw new Refusal(
      `The backup is newer than this version of Counterpoint: its tables have had the migration ${unknown}, which this version does not know. Restore it with version ${manifest.counterpoint} or newer. Nothing was changed.`,
    );
  }
  const skipped = options.withSessions ? [] : signIns;
  await withMigrationLock(databaseUrl, undefined, async (client) => {
    await requireAlone(client);
    await client.query("BEGIN");
    await client.query(plainSettings);
    if (!options.replace) await requireEmpty(client);
    await dropEverything(client);
    const tables = await buildTables(client, manifest);
    await load(client, file, manifest, { ...options, skipped });
    await compare(client, tables, manifest, skipped);
    await settle(client, tables, manifest);
    await client.query("COMMIT");
  });
  const applied = await applyMigrations(databaseUrl);
  const leftOut = manifest.tables.filter(({ name, rows }) => rows > 0 && skipped.includes(name));
  return {
    manifest,
    leftOut: Object.fromEntries(leftOut.map(({ name, rows }) => [name, rows])),
    applied,
  };
}

/** Nobody else may be using the database: instances keep pages and sign-ins in memory. */
async function requireAlone(client: pg.ClientBase): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await client.query<{ others: number }>(`
      SELECT count(*)::int AS others FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
        AND coalesce(backend_type, 'client backend') = 'client backend'`);
    const others = rows[0]?.others ?? 0;
    if (others === 0) return;
    if (attempt === 10) {
      throw new Refusal(
        `The database is in use (${others} open ${others === 1 ? "connection" : "connections"}). Stop Counterpoint, every instance of it, and try again. Nothing was changed.`,
      );
    }
    await pause(200); // a connection that has just been closed is seen a little longer
  }
}

async function requireEmpty(client: pg.ClientBase): Promise<void> {
  const { rows, accounts, debates } = await contentsOf(client);
  if (rows === 0) return;
  throw new Refusal(
    `The database is not empty: it holds ${accounts} accounts and ${debates} debates. Add --replace to throw all of it away and put the backup in its place.`,
  );
}

async function load(
  client: pg.ClientBase,
  file: string,
  manifest: Manifest,
  options: { skipped: string[]; onProgress?: OnProgress },
): Promise<void> {
  const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
  const archive = readArchive(file);
  try {
    let next = await archive.next();
    let done = 0;
    for (const table of manifest.tables) {
      const measure = new Measure();
      const rowsOfTable = async function* () {
        for (; !next.done; next = await archive.next()) {
          const named = tableOf(next.value.name);
          if (named !== undefined && named !== table.name) return;
          if (named === undefined) continue;
          measure.add(next.value.bytes);
          options.onProgress?.(done + measure.rows, total);
          yield next.value.bytes;
        }
      };
      if (options.skipped.includes(table.name)) for await (const bytes of rowsOfTable()) void bytes;
      else await pipeline(Readable.from(rowsOfTable()), client.query(from(copyIn(table))));
      done += table.rows;
    }
  } finally {
    await archive.return(undefined);
  }
}

/** Reads everything back, and compares it with what the backup says. */
async function compare(
  client: pg.ClientBase,
  tables: Table[],
  manifest: Manifest,
  skipped: string[],
): Promise<void> {
  const wanted = new Map(manifest.tables.map((table) => [table.name, table]));
  for (const table of tables) {
    if (skipped.includes(table.name)) continue;
    const { columns } = wanted.get(table.name) as BackedUpTable;
    const measure = new Measure();
    const rows: AsyncIterable<Buffer> = client.query(to(copyOut({ ...table, columns })));
    for await (const chunk of rows) measure.add(chunk);
    if (measure.result().sha256 === wanted.get(table.name)?.sha256) continue;
    throw new Refusal(
      `The table ${table.name} did not come out as it was backed up. Nothing was changed.`,
    );
  }
}

/** Sequences, triggers and the planner's statistics: what rows alone do not bring. */
async function settle(client: pg.ClientBase, tables: Table[], manifest: Manifest): Promise<void> {
  const known = new Set((await readSequences(client)).map(({ name }) => name));
  for (const { name, value, called } of manifest.sequences) {
    if (!known.has(name)) continue;
    await client.query("SELECT setval($1::regclass, $2, $3)", [
      `public.${pg.escapeIdentifier(name)}`,
      value,
      called,
    ]);
  }
  for (const { name } of tables) {
    await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} ENABLE TRIGGER USER`);
    await client.query(`ANALYZE ${pg.escapeIdentifier(name)}`);
  }
}
