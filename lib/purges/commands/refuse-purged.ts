import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { TargetRef } from "@/lib/moderation/target";
import { DomainError } from "@/lib/shared/errors";
import { isThing, thingIn } from "../subject";

/** Whether a thing was purged or waits for it; its row is locked, so that this stays so. */
export async function purgeOf(
  tx: Transaction,
  about: TargetRef,
): Promise<"WAITING" | "DONE" | null> {
  if (!isThing(about)) return null;
  const purge = await tx.purge.findFirst({
    where: { ...thingIn(about), wordsOfId: null, withdrawnAt: null },
    select: { confirmedAt: true },
  });
  return purge && (purge.confirmedAt ? "DONE" : "WAITING");
}

/**
 * What was purged never comes back, and what waits for it is not shown until that is withdrawn.
 * @throws DomainError PURGED or PURGE_WAITS
 */
export async function refusePurged(tx: Transaction, about: TargetRef): Promise<void> {
  const purge = await purgeOf(tx, about);
  if (purge) throw new DomainError(purge === "DONE" ? "PURGED" : "PURGE_WAITS");
}
