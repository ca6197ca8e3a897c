import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { TargetRef } from "@/lib/moderation/target";
import { assertGranted } from "@/lib/shared/permission";
import { purgeOf } from "../queries/purge-of";
import { canComeBack } from "../rules";

/**
 * What was purged never comes back, and what waits for it is not shown until that is withdrawn.
 * @throws DomainError the refusal of `canComeBack`
 */
export async function refusePurged(tx: Transaction, about: TargetRef): Promise<void> {
  assertGranted(canComeBack(await purgeOf(tx, about)));
}
