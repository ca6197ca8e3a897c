import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "@/lib/shared/errors";
import { processWide } from "@/lib/shared/process-wide";
import type { Actor } from "@/lib/shared/viewer";

/** Nobody weighs faster than this by hand: votes in seconds. */
const mostVotes = { points: 300, duration: 60 };

/**
 * Counts one vote of a person, in this process alone: a vote is one round trip to the database, and
 * several instances let through a few more, which does no harm.
 * @throws DomainError TOO_MANY_REQUESTS with the seconds to wait
 */
export async function limitVotes(actor: Actor): Promise<void> {
  try {
    await processWide("vote-limit", () => new RateLimiterMemory(mostVotes)).consume(actor.id);
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full;
    const retryAfterSeconds = Math.max(1, Math.ceil(full.msBeforeNext / 1000));
    const params = { seconds: retryAfterSeconds, minutes: Math.ceil(retryAfterSeconds / 60) };
    throw new DomainError("TOO_MANY_REQUESTS", { retryAfterSeconds, params });
  }
}
