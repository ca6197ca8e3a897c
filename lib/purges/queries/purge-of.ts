import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { TargetRef } from "@/lib/moderation/target";
import type { PurgeableFacts } from "../rules";
import { isThing, thingIn } from "../subject";

/** Whether a thing was purged or waits for it. While its row is locked, this stays so. */
export async function purgeOf(
  tx: Pick<Transaction, "purge">,
  about: TargetRef,
): Promise<PurgeableFacts["purge"]> {
  if (!isThing(about)) return null;
  const purge = await tx.purge.findFirst({
    where: { ...thingIn(about), wordsOfId: null, withdrawnAt: null },
    select: { confirmedAt: true },
  });
  return purge && (purge.confirmedAt ? "DONE" : "WAITING");
}
