import "server-only";
import { createHash } from "node:crypto";
import {
  RateLimiterMemory,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from "rate-limiter-flexible";
import { DomainError } from "@/lib/shared/errors";
import { processWide } from "@/lib/shared/process-wide";
import {
  processLimits,
  storeLimits,
  type LimitName,
  type ProcessLimit,
  type StoreLimit,
} from "./rules";
import { limiters } from "./store";
import { tellCounted } from "./watch";

/**
 * Counts one attempt in the store that all instances share.
 * @param subject an account's id, a network or an e-mail address
 * @throws DomainError TOO_MANY_REQUESTS with the seconds to wait
 */
export async function limit(name: StoreLimit, subject: string | number): Promise<void> {
  await count(name, storeLimits[name], (await limiters())[name], keyOf(subject));
}

/** Forgets what was counted, after a success. */
export async function forgive(name: StoreLimit, subject: string | number): Promise<void> {
  await (await limiters())[name].delete(keyOf(subject));
}

/**
 * Counts one request in this process alone; several instances let through a few more.
 * @throws DomainError TOO_MANY_REQUESTS with the seconds to wait
 */
export async function limitHere(name: ProcessLimit, subject: string | number): Promise<void> {
  const rule = processLimits[name];
  const here = processWide(`limit-${name}`, () => new RateLimiterMemory(rule));
  await count(name, rule, here, String(subject));
}

/** E-mail addresses are counted without being kept. */
function keyOf(subject: string | number): string {
  return typeof subject === "number"
    ? String(subject)
    : createHash("sha256").update(subject).digest("base64url");
}

type Rule = { points: number; duration: number };

async function count(
  name: LimitName,
  rule: Rule,
  limiter: RateLimiterAbstract,
  key: string,
): Promise<void> {
  try {
    tellCounted(left(name, rule, await limiter.consume(key)));
  } catch (full) {
    // Whichever bundle came first made the limiters, so what is full is of that bundle's class.
    if (full instanceof Error) throw full;
    const counted = left(name, rule, full as RateLimiterRes);
    tellCounted({ ...counted, remaining: 0 });
    const params = { seconds: counted.reset, minutes: Math.ceil(counted.reset / 60) };
    throw new DomainError("TOO_MANY_REQUESTS", { retryAfterSeconds: counted.reset, params });
  }
}

function left(name: LimitName, rule: Rule, { remainingPoints, msBeforeNext }: RateLimiterRes) {
  const reset = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return { name, ...rule, remaining: Math.max(0, remainingPoints), reset };
}
