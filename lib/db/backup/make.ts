/** Writes everything the database holds into one file, while people go on writing. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { to } from "pg-copy-streams";
import { z } from "zod";
import { checkout } from "@/lib/db/embedded/home";
import { writeArchive, type Part } from "@/lib/db/backup/archive";
import {
  formatName,
  formatVersion,
  manifestName,
  type BackedUpTable,
  type Manifest,
} from "@/lib/db/backup/manifest";
import { Measure } from "@/lib/db/backup/measure";
import {
  appliedMigrations,
  copyOut,
  listed,
  migrationsTable,
  plainSettings,
  readSequences,
  readTables,
  type Table,
} from "@/lib/db/backup/tables";
import { Refusal } from "@/lib/db/problem";

export type OnProgress = (rowsDone: number, rowsInAll: number) => void;

const partSize = 1024 * 1024;

/**
 * Backs up all tables of the schema public as they stand at one moment. The library tables in other
 * schemas (limits, jobs) are left out: they hold nothing that has to outlive a restart.
 * @returns what was written
 * @throws Refusal when the file exists, or the database is not Counterpoint's
 */
export async function makeBackup(
  databaseUrl: string,
  file: string,
  onProgress: OnProgress = () => undefined,
): Promise<Manifest> {
  if (await stat(file).catch(() => undefined)) {
    throw new Refusal(`${file} exists already. Choose another name.`);
  }
  return withSnapshot(databaseUrl, async (client, tables) => {
    const made: { manifest?: Manifest } = {};
    await writeArchive(file, partsOf(client, tables, onProgress, made));
    if (!made.manifest) throw new Error("The archive ended without its manifest.");
    return made.manifest;
  });
}

/**
 * One moment of the database. The tables are locked against changes of their shape before the
 * moment is chosen: a table that is rewritten afterwards would look empty from it.
 */
async function withSnapshot<T>(
  databaseUrl: string,
  work: (client: pg.Client, tables: Table[]) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const names = (await readTables(client)).map(({ name }) => name);
    if (!names.includes(migrationsTable)) {
      throw new Refusal("This database holds nothing of Counterpoint's: there is nothing to keep.");
    }
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(plainSettings);
    await client.query(`LOCK TABLE ${listed(names)} IN ACCESS SHARE MODE`);
    const tables = await readTables(client);
    const same = tables.length === names.length && tables.every(({ name }) => names.includes(name));
    if (!same) throw new Refusal("The tables are just being changed. Try again in a minute.");
    return await work(client, tables);
  } finally {
    await client.end();
  }
}

async function* partsOf(
  client: pg.Client,
  tables: Table[],
  onProgress: OnProgress,
  made: { manifest?: Manifest },
): AsyncGenerator<Part> {
  yield { name: "README.txt", bytes: Buffer.from(readme) };
  const total = await countRows(client, tables);
  let before = 0;
  const done: BackedUpTable[] = [];
  for (const table of tables) {
    const measure = new Measure();
    for await (const part of partsOfTable(client, table, measure)) {
      onProgress(before + measure.rows, total);
      yield part;
    }
    const { name, columns } = table;
    done.push({ name, columns, ...measure.result() });
    before += measure.rows;
  }
  made.manifest = {
    format: formatName,
    version: formatVersion,
    madeAt: new Date().toISOString(),
    counterpoint: await ownVersion(),
    postgresql: await versionOf(client),
    migrations: await appliedMigrations(client),
    tables: done,
    // Sequences know no moments: read last, they are past every row that was kept.
    sequences: await readSequences(client),
  };
  yield { name: manifestName, bytes: Buffer.from(`${JSON.stringify(made.manifest, null, 2)}\n`) };
}

async function* partsOfTable(
  client: pg.Client,
  table: Table,
  measure: Measure,
): AsyncGenerator<Part> {
  let chunks: Buffer[] = [];
  let size = 0;
  let number = 0;
  const part = (): Part => {
    const name = `tables/${table.name}/${String((number += 1)).padStart(6, "0")}.copy`;
    const bytes = Buffer.concat(chunks);
    chunks = [];
    size = 0;
    return { name, bytes };
  };
  const rows: AsyncIterable<Buffer> = client.query(to(copyOut(table)));
  for await (const chunk of rows) {
    measure.add(chunk);
    chunks.push(chunk);
    size += chunk.length;
    if (size >= partSize) yield part();
  }
  if (size > 0) yield part();
}

async function countRows(client: pg.Client, tables: Table[]): Promise<number> {
  let total = 0;
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) FROM ${pg.escapeIdentifier(name)}`,
    );
    total += Number(rows[0]?.count);
  }
  return total;
}

async function versionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  return rows[0]?.version ?? "";
}

async function ownVersion(): Promise<string> {
  const text = await readFile(path.join(checkout, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

const readme = `A backup of a Counterpoint site. It holds personal data: names, e-mail addresses, password
hashes, votes. Keep it as you keep the database.

  npm run cli -- db verify <this file>     is it whole?
  npm run cli -- db restore <this file>    put it back

Each folder below tables/ is a table: its files, one after the other, are what PostgreSQL's
COPY writes and reads. manifest.json has the columns, counts and SHA-256 hashes.
`;
