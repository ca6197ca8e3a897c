import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { longestFailing, mostAttempts, waitAfter } from "../rules";
import type { DeliveryNote, DisabledReason } from "../vocabulary";
import { openSecret } from "../secret";
import { post, type Answer } from "../sending/post";
import { signatureOf } from "../signature";
import { bodyOf } from "../queries/body";

type Attempt = { webhookId: number; deliveryId: string; attempt: number };

/**
 * One attempt at one delivery. Whoever counts it first makes it: a job that is worked twice, or by
 * two workers, sends once.
 */
export async function deliver(attempt: Attempt, signal: AbortSignal): Promise<void> {
  const found = await claim(attempt);
  if (!found) return;
  const secret = openSecret(found.webhook.sealedSecret);
  if (secret === null) return settle(attempt, { status: null, note: "SECRET_LOST" });
  const content = await bodyOf(found);
  if (!content) return settle(attempt, { status: null, note: "NOT_PUBLIC" });
  const body = JSON.stringify(content);
  const headers = {
    "Content-Type": "application/json",
    "User-Agent": "Counterpoint-Webhook/1",
    "Counterpoint-Event": found.event,
    "Counterpoint-Delivery": found.id,
    "Counterpoint-Signature": signatureOf(secret, body, Math.floor(Date.now() / 1000)),
  };
  const options = { allowPrivate: env.WEBHOOK_ALLOW_PRIVATE, signal };
  await settle(attempt, await post(found.webhook.url, headers, body, options));
}

/** @returns null when it is not to be sent (any more), or somebody else has it */
async function claim({ webhookId, deliveryId, attempt }: Attempt) {
  // Should this process be killed: for two minutes nobody else tries.
  const count = await db.$executeRaw`
    UPDATE webhook_deliveries d
    SET attempts = ${attempt}, last_attempt_at = now(), next_attempt_at = now() + interval '2 minutes'
    FROM webhooks w
    WHERE w.id = ${webhookId} AND w.disabled_at IS NULL AND may_be_told(w.owner_id)
      AND d.webhook_id = w.id AND d.id = ${deliveryId}::uuid
      AND d.status = 'PENDING' AND d.attempts = ${attempt - 1}`;
  if (count === 0) return null;
  return db.webhookDelivery.findUnique({
    where: { webhookId_id: { webhookId, id: deliveryId } },
    include: { webhook: { select: { url: true, sealedSecret: true } } },
  });
}

/** Attempts that no repetition would mend. */
const final: readonly DeliveryNote[] = ["GONE", "NOT_PUBLIC", "SECRET_LOST"];

/** Writes down how an attempt ended, when the next one comes, and whether the webhook goes on. */
async function settle(
  { webhookId, deliveryId, attempt }: Attempt,
  { status: responseStatus, note }: Answer,
): Promise<void> {
  const wait = final.includes(note) ? null : waitAfter(attempt, Math.random());
  const arrived = note === "";
  const over = arrived || wait === null || attempt >= mostAttempts;
  await db.$transaction(async (tx) => {
    await tx.webhookDelivery.updateMany({
      // A delivery that was begun anew meanwhile has another count.
      where: { webhookId, id: deliveryId, status: "PENDING", attempts: attempt },
      data: {
        status: arrived ? "DELIVERED" : over ? "FAILED" : "PENDING",
        responseStatus,
        note,
        ...(wait === null ? {} : { nextAttemptAt: new Date(Date.now() + wait) }),
      },
    });
    if (note === "NOT_PUBLIC") return;
    if (arrived) {
      await tx.$executeRaw`
        UPDATE webhooks SET failing_since = NULL WHERE id = ${webhookId} AND failing_since IS NOT NULL`;
      return;
    }
    await tx.$executeRaw`
      UPDATE webhooks SET failing_since = COALESCE(failing_since, now()) WHERE id = ${webhookId}`;
    // What has not been tried yet waits a little: the receiver may be down.
    await tx.$executeRaw`
      UPDATE webhook_deliveries SET next_attempt_at = now() + interval '30 seconds'
      WHERE webhook_id = ${webhookId} AND status = 'PENDING' AND attempts = 0 AND next_attempt_at <= now()`;
    const reason: DisabledReason =
      note === "GONE" || note === "SECRET_LOST" ? note : over ? "FAILING" : "";
    if (reason !== "") await switchOff(tx, webhookId, reason);
  });
}

/** For good, after days without success; at once when the receiver says so or nothing can be signed. */
async function switchOff(
  tx: Transaction,
  webhookId: number,
  reason: DisabledReason,
): Promise<void> {
  const longAgo = { failingSince: { lte: new Date(Date.now() - longestFailing) } };
  await tx.webhook.updateMany({
    where: { id: webhookId, disabledAt: null, ...(reason === "FAILING" ? longAgo : {}) },
    data: { disabledAt: new Date(), disabledReason: reason },
  });
}
