import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { enqueueAll } from "@/lib/jobs/commands/enqueue";
import type { DeliveryNote } from "../vocabulary";

/** How many deliveries of one webhook are handed over at once: a slow receiver delays no other. */
const atOnce = 3;

type Due = { webhookId: number; deliveryId: string; attempt: number };

/** What is due while its owner is suspended, banned or without an account is given up, unsent. */
function giveUpForShutOut(tx: Transaction): Promise<number> {
  return tx.$executeRaw`
    UPDATE webhook_deliveries d SET status = 'FAILED', note = ${"SHUT_OUT" satisfies DeliveryNote}
    FROM webhooks w
    WHERE d.status = 'PENDING' AND d.next_attempt_at <= now()
      AND w.id = d.webhook_id AND NOT may_be_told(w.owner_id)`;
}

/**
 * Turns deliveries that are due into jobs, in one transaction: neither can be lost. Each is left
 * alone for two minutes then; if its worker was killed, it is handed over again.
 * @returns how many there were
 */
export async function handOverDeliveries(): Promise<number> {
  const [waiting] = await db.$queryRaw<{ due: boolean }[]>`
    SELECT EXISTS (SELECT FROM webhook_deliveries
      WHERE status = 'PENDING' AND next_attempt_at <= now()) AS due`;
  if (!waiting?.due) return 0;
  return db.$transaction(async (tx) => {
    await giveUpForShutOut(tx);
    const due = await tx.$queryRaw<Due[]>`
      WITH due AS (
        SELECT d.webhook_id, d.id,
          row_number() OVER (PARTITION BY d.webhook_id ORDER BY d.next_attempt_at, d.created_at) AS place
        FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
        WHERE d.status = 'PENDING' AND d.next_attempt_at <= now() AND w.disabled_at IS NULL),
      taken AS (
        SELECT d.webhook_id, d.id FROM webhook_deliveries d
        JOIN due ON due.webhook_id = d.webhook_id AND due.id = d.id AND due.place <= ${atOnce}
        WHERE d.status = 'PENDING' AND d.next_attempt_at <= now()
        LIMIT 100 FOR UPDATE OF d SKIP LOCKED)
      UPDATE webhook_deliveries d SET next_attempt_at = now() + interval '2 minutes'
      FROM taken WHERE d.webhook_id = taken.webhook_id AND d.id = taken.id
      RETURNING d.webhook_id AS "webhookId", d.id AS "deliveryId", d.attempts + 1 AS attempt`;
    const wanted = due.map((data) => ({ data, key: `${data.deliveryId} ${data.attempt}` }));
    await enqueueAll("webhook-delivery", wanted, tx);
    return due.length;
  });
}
