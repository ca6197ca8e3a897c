import "server-only";
import { Redis } from "ioredis";
import pg from "pg";
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from "rate-limiter-flexible";
import { env } from "@/lib/env";
import { log } from "@/lib/observability/log";
import { processWide } from "@/lib/shared/process-wide";
import { storeLimits, type StoreLimit } from "./rules";

export type Limiters = Record<StoreLimit, RateLimiterAbstract>;

/** How long a store that was away is left alone before it is tried again. */
const retryMilliseconds = 10_000;
const schemaName = "limits";
const tableName = "counts";

type Held = { limiters?: Promise<Limiters>; memory?: Limiters };
const held = () => processWide<Held>("limits", () => ({}));

/** The limiters of the store; while it is away, those of this process's memory. */
export function limiters(): Promise<Limiters> {
  const mine = held();
  mine.limiters ??= (env.REDIS_URL ? inRedis(env.REDIS_URL) : inPostgres()).catch(
    (error: unknown) => {
      log.warn({ err: error }, "the store of the limits is away: counting in memory");
      setTimeout(() => delete mine.limiters, retryMilliseconds).unref();
      return inMemory();
    },
  );
  return mine.limiters;
}

/** Insurance: one set for the process, so that an outage does not begin every count anew. */
function inMemory(): Limiters {
  return (held().memory ??= each(
    (keyPrefix, rule) => new RateLimiterMemory({ keyPrefix, ...rule }),
  ));
}

type Rule = { points: number; duration: number };

function each(make: (keyPrefix: StoreLimit, rule: Rule) => RateLimiterAbstract): Limiters {
  const made = Object.entries(storeLimits).map(([name, rule]) => [
    name,
    make(name as StoreLimit, rule),
  ]);
  return Object.fromEntries(made) as Limiters;
}

/**
 * A table in a schema that the application's migrations never touch. It is not logged: after a
 * crash of the database the counts begin anew, and counting costs no wait for the disk.
 */
async function inPostgres(): Promise<Limiters> {
  const storeClient = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 4,
    allowExitOnIdle: true,
    connectionTimeoutMillis: 15_000, // a busy database is not one that is away
  });
  storeClient.on("error", () => undefined); // reported by the query that meets it
  await made(storeClient, `CREATE SCHEMA IF NOT EXISTS ${schemaName}`);
  await made(
    storeClient,
    `CREATE UNLOGGED TABLE IF NOT EXISTS ${schemaName}.${tableName}
       (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)`,
  );
  const insurance = inMemory();
  let first = true;
  return each((keyPrefix, rule) => {
    const clearExpiredByTimeout = first; // one of them clears the table they share
    first = false;
    const insuranceLimiter = insurance[keyPrefix];
    const options = { storeClient, schemaName, tableName, tableCreated: true };
    return new RateLimiterPostgres({
      ...options,
      keyPrefix,
      ...rule,
      clearExpiredByTimeout,
      insuranceLimiter,
    });
  });
}

/** Two instances may make the same thing at the same moment: then it is there. */
async function made(pool: pg.Pool, sql: string): Promise<void> {
  await pool.query(sql).catch((error: { code?: string }) => {
    if (!["23505", "42P06", "42P07"].includes(error.code ?? "")) throw error;
  });
}

async function inRedis(url: string): Promise<Limiters> {
  const storeClient = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    lazyConnect: true,
  });
  storeClient.on("error", () => undefined); // reported by the command that meets it
  await storeClient.connect().catch((error: unknown) => {
    storeClient.disconnect();
    throw error;
  });
  const insurance = inMemory();
  return each((keyPrefix, rule) => {
    const insuranceLimiter = insurance[keyPrefix];
    const options = { storeClient, keyPrefix: `counterpoint:limit:${keyPrefix}`, ...rule };
    return new RateLimiterRedis({ ...options, rejectIfRedisNotReady: true, insuranceLimiter });
  });
}
