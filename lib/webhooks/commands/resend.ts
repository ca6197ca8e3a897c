import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { noteWaiting } from "@/lib/jobs/bell";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { type DeliveryRef, type WebhookRef } from "../schema";
import { webhookLimits } from "../vocabulary";

const minute = 60_000;

/**
 * Sends a webhook something to try it out.
 * @throws DomainError NOT_FOUND when it is not theirs, WEBHOOK_PAUSED, TOO_MANY_REQUESTS
 */
export async function pingWebhook(
  actor: Actor,
  { webhookId }: WebhookRef,
): Promise<{ deliveryId: string }> {
  const { id } = await db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    await claimed(tx, actor, webhookId);
    const lately = await tx.webhookDelivery.count({
      where: { webhookId, event: "ping", createdAt: { gt: new Date(Date.now() - minute) } },
    });
    if (lately >= webhookLimits.pings) {
      throw new DomainError("TOO_MANY_REQUESTS", { retryAfterSeconds: 60 });
    }
    return tx.webhookDelivery.create({
      data: { webhookId, event: "ping", payload: {} },
      select: { id: true },
    });
  });
  noteWaiting();
  return { deliveryId: id };
}

/**
 * Sends a delivery once more, with the same id and the words as they are now.
 * @throws DomainError NOT_FOUND when it is not theirs, WEBHOOK_PAUSED
 */
export async function redeliver(
  actor: Actor,
  { webhookId, deliveryId }: DeliveryRef,
): Promise<{ deliveryId: string }> {
  await db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    await claimed(tx, actor, webhookId);
    const { count } = await tx.webhookDelivery.updateMany({
      where: { webhookId, id: deliveryId, status: { not: "PENDING" } },
      data: { status: "PENDING", attempts: 0, nextAttemptAt: new Date() },
    });
    // One that is still pending is sent anyway.
    if (count === 0) {
      const known = await tx.webhookDelivery.count({ where: { webhookId, id: deliveryId } });
      if (known === 0) throw new DomainError("NOT_FOUND");
    }
  });
  noteWaiting();
  return { deliveryId };
}

/** Locks the webhook's row, so that pings at the same moment are counted one after the other. */
async function claimed(tx: Transaction, actor: Actor, webhookId: number): Promise<void> {
  const [webhook] = await tx.$queryRaw<{ disabled: boolean }[]>`
    SELECT disabled_at IS NOT NULL AS disabled FROM webhooks
    WHERE id = ${webhookId} AND owner_id = ${actor.id} FOR NO KEY UPDATE`;
  if (!webhook) throw new DomainError("NOT_FOUND");
  if (webhook.disabled) throw new DomainError("WEBHOOK_PAUSED");
}
