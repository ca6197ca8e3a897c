import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { giveUpIn } from "./prepared-attempt";

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

/**
 * Takes the bytes of every file of a debate (null: of all debates) away. One that is being written
 * was read before and is given up; its owner is told.
 */
export async function dropPrepared(tx: Transaction, debateId: number | null): Promise<void> {
  const which = Prisma.sql`(${debateId}::int IS NULL OR debate_id = ${debateId}::int)`;
  await giveUpIn(tx, Prisma.sql`state = 'RUNNING' AND ${which}`);
  await tx.$executeRaw`UPDATE prepared_exports SET outdated = true WHERE ${which} AND NOT outdated`;
  await tx.$executeRaw`
    DELETE FROM export_pieces p USING prepared_exports x WHERE x.id = p.export_id AND ${which}`;
}
