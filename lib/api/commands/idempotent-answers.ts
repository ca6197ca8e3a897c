import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { processWide } from "@/lib/shared/process-wide";

/** A request that may be sent again: whose it is, under which key, and what it asks (SHA-256). */
export type Repeatable = { userId: number; key: string; hash: string };

/** An answer as it is kept; the body is sealed. */
export type KeptAnswer = { status: number; headers: Record<string, string>; body: string };

export type Claim =
  /** Nobody has answered this: whoever claimed it does the work. */
  | { state: "ours" }
  | { state: "running" }
  | { state: "answered"; answer: KeptAnswer }
  /** The key belongs to another request. */
  | { state: "other" };

const keptHours = 24;
/** A request that has run for longer was cut off with its process. */
const longestSeconds = 30;

/** Claims a request, or finds out what became of it: one statement decides who works on it. */
export async function claimRequest({ userId, key, hash }: Repeatable): Promise<Claim> {
  await removeOld();
  const claimed = await db.$executeRaw`
    INSERT INTO idempotent_answers AS kept (user_id, key, request_hash)
    VALUES (${userId}, ${key}, ${hash})
    ON CONFLICT (user_id, key) DO UPDATE
      SET request_hash = EXCLUDED.request_hash, status = NULL, headers = NULL, body = NULL,
          created_at = now()
      WHERE kept.created_at < now() - make_interval(hours => ${keptHours}::int)
         OR (kept.status IS NULL AND kept.request_hash = EXCLUDED.request_hash
             AND kept.created_at < now() - make_interval(secs => ${longestSeconds}::int))`;
  if (claimed > 0) return { state: "ours" };
  const kept = await db.idempotentAnswer.findUnique({
    where: { userId_key: { userId, key } },
    select: { requestHash: true, status: true, headers: true, body: true },
  });
  if (!kept) return { state: "running" }; // given up at this moment: asked again, it is free
  if (kept.requestHash !== hash) return { state: "other" };
  if (kept.status === null) return { state: "running" };
  const headers = z.record(z.string(), z.string()).parse(kept.headers ?? {});
  return { state: "answered", answer: { status: kept.status, headers, body: kept.body ?? "" } };
}

/** Keeps the answer to a claimed request. */
export async function keepAnswer(
  { userId, key, hash }: Repeatable,
  answer: KeptAnswer,
): Promise<void> {
  await db.idempotentAnswer.updateMany({
    where: { userId, key, requestHash: hash },
    data: answer,
  });
}

/** Gives a claimed request up, so that it can be sent again: it was not answered for good. */
export async function giveUp({ userId, key, hash }: Repeatable): Promise<void> {
  await db.idempotentAnswer.deleteMany({ where: { userId, key, requestHash: hash, status: null } });
}

const sweep = () => processWide("idempotent-sweep", () => ({ next: 0 }));

/** What is past its time goes, at most every ten minutes. */
async function removeOld(): Promise<void> {
  if (Date.now() < sweep().next) return;
  sweep().next = Date.now() + 600_000;
  await db.$executeRaw`
    DELETE FROM idempotent_answers
    WHERE created_at < now() - make_interval(hours => ${keptHours}::int)`;
}
