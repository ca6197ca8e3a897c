import "server-only";
import pg from "pg";
import PgBoss from "pg-boss";
import { env } from "@/lib/env";
import { log } from "@/lib/observability/log";
import { processWide } from "@/lib/shared/process-wide";
import { jobNames, planOf } from "./registry";

/** pg-boss keeps its tables in a schema that the application's migrations never touch. */
export const schemaName = "pgboss";

/** pg-boss's own queue, through which its clock hands over what is due. */
const clockQueue = "__pgboss__send-it";

type Held = { pool?: pg.Pool; sender?: Promise<PgBoss> };
const held = () => processWide<Held>("jobs", () => ({}));

function pool(): pg.Pool {
  const mine = held();
  if (mine.pool) return mine.pool;
  mine.pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 4,
    allowExitOnIdle: true,
    application_name: "counterpoint jobs",
  });
  mine.pool.on("error", () => undefined); // reported by the query that meets it
  return mine.pool;
}

/** What pg-boss asks the database through. */
const connection: PgBoss.Db = {
  executeSql: async (text, values) => {
    try {
      return await pool().query(text, values);
    } catch (error) {
      // pg-boss waits for none of its clock's own notes: a database that is away for a moment must
      // not end this process. What was to be handed over is handed over when the note runs out.
      if (values?.[0] !== clockQueue) throw error;
      log.warn({ err: error }, "jobs: the clock's note did not reach the database");
      return { rows: [] };
    }
  },
};

/**
 * A started pg-boss on this process's connections, with every queue of the registry. One that only
 * sends keeps no timer; one that works also watches the clock and gives dead workers' jobs to others.
 */
export async function startBoss({ works }: { works: boolean }): Promise<PgBoss> {
  const boss = new PgBoss({
    db: connection,
    schema: schemaName,
    schedule: works,
    supervise: works,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 60 * 60 * 24,
    archiveFailedAfterSeconds: 60 * 60 * 24 * 14,
    deleteAfterDays: 14,
  });
  boss.on("error", (error) => log.error({ err: error }, "jobs: pg-boss reports an error"));
  await boss.start();
  for (const name of jobNames) {
    const { retryLimit, retryDelay, expireInSeconds } = planOf(name);
    // "short": of jobs with the same key at most one waits.
    const policy = "short" as const;
    const wanted = { name, policy, retryLimit, retryDelay, retryBackoff: true, expireInSeconds };
    await boss.createQueue(name, wanted);
    await boss.updateQueue(name, wanted);
  }
  return boss;
}

/** The one pg-boss of this process that sends; started when first needed. */
export function sender(): Promise<PgBoss> {
  const mine = held();
  mine.sender ??= startBoss({ works: false }).catch((error: unknown) => {
    delete mine.sender; // tried again with the next job
    throw error;
  });
  return mine.sender;
}

/** The queues that have something to do now. */
export async function queuesWithWork(): Promise<Set<string>> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT DISTINCT name FROM ${schemaName}.job WHERE state < 'active' AND start_after < now()`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** Closes this process's connections to the queue; a later job opens them again. */
export async function closeQueue(): Promise<void> {
  const { pool: open } = held();
  delete held().pool;
  delete held().sender;
  await open?.end();
}
