import "server-only";
import type { Transaction } from "@/lib/db/client";

/** Words of a debate are deleted: no file with them is handed out any more. */
export async function outdatePrepared(tx: Transaction, debateId: number): Promise<void> {
  await tx.preparedExport.updateMany({
    where: { debateId, outdated: false },
    data: { outdated: true },
  });
}

/** A name goes from every debate that its person took part in. */
export async function outdatePreparedWith(tx: Transaction, userId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE prepared_exports x SET outdated = true
    FROM participations p
    WHERE p.user_id = ${userId} AND x.debate_id = p.debate_id AND NOT x.outdated`;
}
