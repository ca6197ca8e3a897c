import "server-only";
import { createHash } from "node:crypto";
import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/shared/errors";
import { processWide } from "@/lib/shared/process-wide";

/**
 * How often in how many seconds. By address the limits leave room for a class of 35 behind one
 * connection; by e-mail address they stop guessing.
 */
const rules = {
  "sign-in-email": { points: 10, duration: 15 * 60 },
  "sign-in-address": { points: 60, duration: 15 * 60 },
  "sign-up-email": { points: 10, duration: 15 * 60 },
  "sign-up-address": { points: 60, duration: 15 * 60 },
  "reset-email": { points: 5, duration: 30 * 60 },
  "reset-address": { points: 60, duration: 15 * 60 },
  "link-address": { points: 60, duration: 15 * 60 },
  "password-account": { points: 10, duration: 15 * 60 },
  "mail-account": { points: 5, duration: 30 * 60 },
} as const;
export type ThrottleName = keyof typeof rules;

const schemaName = "limits";

type Limiters = Record<ThrottleName, RateLimiterPostgres>;

/** The limiters and their table, in a schema that the application's migrations never touch. */
async function connect(): Promise<Limiters> {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 4, allowExitOnIdle: true });
  pool.on("error", () => undefined); // reported by the query that meets it
  await pool
    .query(`CREATE SCHEMA IF NOT EXISTS ${schemaName}`)
    .catch((error: { code?: string }) => {
      if (error.code !== "23505") throw error; // another instance made it at the same moment
    });
  const made: [string, RateLimiterPostgres][] = [];
  for (const [keyPrefix, rule] of Object.entries(rules)) {
    const tableCreated = made.length > 0; // the first one makes it
    made.push([keyPrefix, await limiter(pool, { keyPrefix, ...rule, tableCreated })]);
  }
  return Object.fromEntries(made) as Limiters;
}

type Options = { keyPrefix: string; points: number; duration: number; tableCreated: boolean };

function limiter(storeClient: pg.Pool, options: Options): Promise<RateLimiterPostgres> {
  return new Promise((resolve, reject) => {
    const made = new RateLimiterPostgres(
      { storeClient, schemaName, tableName: "accounts", ...options },
      (error?: Error) => (error ? reject(error) : setImmediate(() => resolve(made))),
    );
  });
}

type Held = { limiters?: Promise<Limiters> };
const held = () => processWide<Held>("account-throttle", () => ({}));

function limiters(): Promise<Limiters> {
  const mine = held();
  mine.limiters ??= connect().catch((error: unknown) => {
    delete mine.limiters; // tried again at the next request
    throw error;
  });
  return mine.limiters;
}

/** E-mail addresses are counted without being kept. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}

/**
 * Counts one attempt.
 * @param subject an e-mail address, a network address or an account's id
 * @throws DomainError TOO_MANY_REQUESTS with the seconds to wait
 */
export async function throttle(name: ThrottleName, subject: string | number): Promise<void> {
  const limiter = (await limiters())[name];
  try {
    await limiter.consume(keyOf(String(subject)));
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full;
    const retryAfterSeconds = Math.max(1, Math.ceil(full.msBeforeNext / 1000));
    const params = { seconds: retryAfterSeconds, minutes: Math.ceil(retryAfterSeconds / 60) };
    throw new DomainError("TOO_MANY_REQUESTS", { retryAfterSeconds, params });
  }
}

/** Forgets what was counted, after a success. */
export async function forgive(name: ThrottleName, subject: string | number): Promise<void> {
  await (await limiters())[name].delete(keyOf(String(subject)));
}
