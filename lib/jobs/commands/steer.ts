import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { noteWaiting } from "../bell";
import { sender } from "../queue";
import { isJobName } from "../registry";
import { canAdminister } from "../rules";
import type { JobRef } from "../schema";

/** Asks the rule with the role as it is now. @throws its refusal, or NOT_FOUND for no job of ours */
async function mayKnow(actor: Actor, { name }: JobRef): Promise<void> {
  const { role } = await db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    return tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { role: true } });
  });
  assertGranted(canAdminister({ ...actor, role }));
  if (!isJobName(name)) throw new DomainError("NOT_FOUND");
}

/**
 * Has a job that failed, or waits to be tried again, tried at once.
 * @throws DomainError NOT_ALLOWED, or NOT_FOUND when there is no such job (any more)
 */
export async function retryJob(actor: Actor, job: JobRef): Promise<{ retried: string }> {
  await mayKnow(actor, job);
  await sender();
  const count = await db.$executeRaw`
    UPDATE pgboss.job SET state = 'retry', start_after = now() - interval '1 second', completed_on = NULL,
      retry_limit = CASE WHEN state = 'failed' THEN retry_limit + 1 ELSE retry_limit END,
      keep_until = GREATEST(keep_until, now() + interval '14 days')
    WHERE name = ${job.name} AND id = ${job.jobId}::uuid AND state IN ('failed', 'retry')`;
  if (count === 0) throw new DomainError("NOT_FOUND");
  noteWaiting();
  return { retried: job.jobId };
}

/**
 * Gives a job up: one that failed, waits, or is being tried again. One at work is let finish.
 * @throws DomainError NOT_ALLOWED, or NOT_FOUND when there is no such job (any more)
 */
export async function cancelJob(actor: Actor, job: JobRef): Promise<{ cancelled: string }> {
  await mayKnow(actor, job);
  await sender();
  const count = await db.$executeRaw`
    UPDATE pgboss.job SET state = 'cancelled', completed_on = now()
    WHERE name = ${job.name} AND id = ${job.jobId}::uuid AND state IN ('created', 'failed', 'retry')`;
  if (count === 0) throw new DomainError("NOT_FOUND");
  return { cancelled: job.jobId };
}
