import "server-only";
import type { Transaction } from "@/lib/db/client";

/**
 * One curation of a debate's tree at a time: whoever moves one argument may need another's place.
 * Before any row of the tree is locked; it ends with the transaction.
 */
export async function lockTree(tx: Transaction, debateId: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('counterpoint.tree'), ${debateId})`;
}
