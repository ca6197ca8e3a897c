/** Migrations: applied once, by one instance at a time, each one whole or not at all. */
import { readFile } from "node:fs/promises";
import pg from "pg";
import { withSchemaEngine, type SchemaEngine } from "@/lib/db/engine";
import {
  migrationsFolder,
  readMigrations,
  schemaFile,
  type MigrationList,
} from "@/lib/db/migration-folder";
import { Refusal } from "@/lib/db/problem";

/** Any number, as long as nothing else in this database locks the same one. */
const migrationLock = 7_204_118_365;
const nothingExternal = { externalTables: [], externalEnums: [] };

export type MigrationProblemCode = "failed" | "newer" | "foreign";

/** A database that cannot be migrated; the message says why and what to do. */
export class MigrationProblem extends Refusal {
  constructor(
    readonly code: MigrationProblemCode,
    message: string,
  ) {
    super(message);
    this.name = "MigrationProblem";
  }
}

export interface MigrateOptions {
  /** The folder with one folder per migration; `prisma/migrations` unless told otherwise. */
  folder?: string;
  /** Try a migration again whose earlier failure was reported. */
  retryFailed?: boolean;
  /** Called once when another instance holds the lock. */
  onWait?: () => void;
}

/**
 * Brings the database up to date and returns the names of the migrations applied now.
 * Several instances may call it at once: one applies, the others wait.
 * @throws MigrationProblem when a person has to decide.
 */
export async function applyMigrations(
  databaseUrl: string,
  options: MigrateOptions = {},
): Promise<string[]> {
  const list = await readMigrations(options.folder ?? migrationsFolder);
  return withMigrationLock(databaseUrl, options.onWait, () =>
    withSchemaEngine(
      databaseUrl,
      [["schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n']],
      async (engine) => {
        await settleEarlierRuns(engine, databaseUrl, list, options.retryFailed ?? false);
        try {
          const input = { migrationsList: list, filters: nothingExternal };
          return (await engine.applyMigrations(input)).appliedMigrationNames;
        } catch (error) {
          throw await explain(error, databaseUrl);
        }
      },
      finishInTheSameTransaction(list),
    ),
  );
}

/** SQL that leads from the migrations in `folder` to `schema`; empty when they agree. */
export async function schemaDrift(
  databaseUrl: string,
  options: { folder?: string; schema?: string } = {},
): Promise<string> {
  const schema = options.schema ?? schemaFile;
  const content = await readFile(schema, "utf8");
  const list = await readMigrations(options.folder ?? migrationsFolder);
  return withSchemaEngine(databaseUrl, [[schema, content]], async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...list },
      to: { tag: "schemaDatamodel", files: [{ path: schema, content }] },
      script: true,
      exitCode: null,
      filters: nothingExternal,
    });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  });
}

/**
 * Holds an advisory lock while `work` runs. It is asked for again and again rather than waited for
 * inside PostgreSQL, where a waiting statement would hold back concurrent index builds.
 */
export async function withMigrationLock<T>(
  databaseUrl: string,
  onWait: (() => void) | undefined,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const ask = { text: "SELECT pg_try_advisory_lock($1) AS got", values: [migrationLock] };
    for (let asked = 0; ; asked += 1) {
      const { rows } = await client.query<{ got: boolean }>(ask);
      if (rows[0]?.got) break;
      if (asked === 0) onWait?.();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return await work(client);
  } finally {
    await client.end(); // ends the session, and the lock with it
  }
}

/** Refuses what a person must decide, and clears the way for a migration that was interrupted. */
async function settleEarlierRuns(
  engine: SchemaEngine,
  databaseUrl: string,
  list: MigrationList,
  retryFailed: boolean,
): Promise<void> {
  const state = await engine.diagnoseMigrationHistory({
    migrationsList: list,
    optInToShadowDatabase: false,
    filters: nothingExternal,
  });
  if (state.history && "unpersistedMigrationNames" in state.history) {
    const unknown = state.history.unpersistedMigrationNames;
    throw new MigrationProblem(
      "newer",
      `The database is newer than this version of Counterpoint: it has had the migration ${unknown.at(-1)}, which this version does not know. Run the newer version again, or restore the backup made before it.`,
    );
  }
  for (const name of state.failedMigrationNames) {
    const reason = await failureOf(databaseUrl, name);
    if (reason && !retryFailed) throw failed(name, reason);
    await engine.markMigrationRolledBack({ migrationName: name });
  }
}

/** The first line PostgreSQL gave for a failed migration; empty when it was only interrupted. */
async function failureOf(databaseUrl: string, migration: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ logs: string | null }>(
      `SELECT logs FROM _prisma_migrations
        WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL
        ORDER BY started_at DESC LIMIT 1`,
      [migration],
    );
    return reasonIn(rows[0]?.logs ?? "");
  } finally {
    await client.end();
  }
}

function failed(migration: string, reason: string): MigrationProblem {
  return new MigrationProblem(
    "failed",
    `The migration ${migration} is half applied: it failed with “${reason}”. PostgreSQL has undone its changes. Correct the cause, then run: npm start -- --retry-migrations`,
  );
}

async function explain(error: unknown, databaseUrl: string): Promise<unknown> {
  const message = error instanceof Error ? error.message : String(error);
  const name = /migration_name="([^"]+)"/.exec(message)?.[1];
  if (name) return failed(name, (await failureOf(databaseUrl, name)) || reasonIn(message));
  if (/schema is not empty/i.test(message)) {
    return new MigrationProblem(
      "foreign",
      "The database already has tables that Counterpoint did not make. Give DATABASE_URL an empty database of its own.",
    );
  }
  return error;
}

function reasonIn(logs: string): string {
  const told = /ERROR:\s*(.+)/.exec(logs)?.[1] ?? logs.split("\n").find((line) => line.trim());
  return told?.trim() ?? "";
}

/**
 * Writes a migration's completion in the transaction of the migration itself. A process killed
 * between the two would otherwise leave a migration of which nobody knows whether it happened.
 */
function finishInTheSameTransaction(list: MigrationList): (script: string) => string {
  const names = new Map<string, string>();
  for (const { path: name, migrationFile } of list.migrationDirectories) {
    if (migrationFile.content.tag === "ok") names.set(migrationFile.content.value, name);
  }
  return (script) => {
    const name = names.get(script);
    if (name === undefined) return script;
    return `${script}\n;UPDATE "_prisma_migrations" SET finished_at = now()
      WHERE migration_name = ${pg.escapeLiteral(name)} AND finished_at IS NULL AND rolled_back_at IS NULL`;
  };
}
