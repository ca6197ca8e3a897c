/** A PostgreSQL server for tests: real, empty, gone afterwards. */
import pg from "pg";
import { startTemporaryServer } from "@/lib/db/embedded/temporary";

export interface TestPostgres {
  /** The connection string of the maintenance database. */
  adminUrl: string;
  stop: () => Promise<void>;
}

/** Starts a server on a temporary folder. It never waits for the disk. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const server = await startTemporaryServer({ max_connections: "200" });
  return { adminUrl: server.url("postgres"), stop: server.stop };
}

/** The connection string of another database on the same server. */
export function urlOf(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Makes a database, copied from `template` when one is named; returns its connection string. */
export async function createDatabase(
  adminUrl: string,
  name: string,
  options: { template?: string } = {},
): Promise<string> {
  const template = pg.escapeIdentifier(options.template ?? "template1");
  await runOn(adminUrl, `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${template}`);
  return urlOf(adminUrl, name);
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await runOn(adminUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
