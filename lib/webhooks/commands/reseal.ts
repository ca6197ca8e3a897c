import "server-only";
import { db } from "@/lib/db/client";
import { openSecret, sealSecret } from "../secret";

/**
 * Seals every webhook's secret with another installation's secret, all of them or none.
 * @param save keeps the installation's new secret; called last, so that what was sealed with it is
 *   committed a moment later
 * @returns how many were sealed anew, and how many the former secret does not open: those need new
 *   secrets from their owners
 */
export async function resealSecrets(
  former: string,
  next: string,
  save: () => Promise<void>,
): Promise<{ resealed: number; lost: number }> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE webhooks IN SHARE ROW EXCLUSIVE MODE`;
      const webhooks = await tx.webhook.findMany({ select: { id: true, sealedSecret: true } });
      let resealed = 0;
      for (const { id, sealedSecret } of webhooks) {
        const secret = openSecret(sealedSecret, former);
        if (secret === null) continue;
        const data = { sealedSecret: sealSecret(secret, next) };
        await tx.webhook.update({ where: { id }, data, select: { id: true } });
        resealed += 1;
      }
      await save();
      return { resealed, lost: webhooks.length - resealed };
    },
    { timeout: 600_000 },
  );
}
