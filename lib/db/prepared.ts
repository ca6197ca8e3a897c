import "server-only";
import pg from "pg";
import { env } from "@/lib/env";
import { processWide } from "@/lib/shared/process-wide";

/**
 * Connections for the few statements that every other request waits for: sent by name, they are
 * parsed and planned once. Prisma sends a statement's text each time.
 *
 * @param name what they are for, as the database shows it
 * @param max how many statements may be on their way at once
 */
export function preparedPool(name: string, max: number): pg.Pool {
  return processWide(`pool-${name}`, () => {
    const pool = new pg.Pool({
      connectionString: env.DATABASE_URL,
      max,
      application_name: `counterpoint ${name}`,
      allowExitOnIdle: true,
    });
    pool.on("error", () => undefined); // reported by the query that meets it
    return pool;
  });
}

/**
 * Runs a reading statement that every page asks for, in a snapshot of its own.
 *
 * @param name of the statement: one name, one text
 * @param values for `$1`, `$2` …
 */
export function readPrepared<Row extends pg.QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return run(preparedPool("reading", 4), name, text, values);
}

/** Runs a statement that writes; it is a transaction of its own. */
export function writePrepared<Row extends pg.QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return run(preparedPool("posts", 4), name, text, values);
}

async function run<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name, text, values });
  return rows;
}
