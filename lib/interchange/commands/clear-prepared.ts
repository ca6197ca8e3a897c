import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { isOutdated } from "../queries/outdated";
import { giveUp } from "./prepared-attempt";

const hour = 60 * 60_000;
/** How long there may be no sign of life of a file, its workers' attempts and pauses included. */
const longestSilence = 6 * hour;
/** How long after its end it is still said that there was a file. */
const remembered = 23 * 24 * hour;

/**
 * Gives up files of which nothing was heard for long, and removes the pieces of those that nobody
 * may take any more.
 *
 * @returns how many pieces went
 */
export async function clearPrepared(now: Date): Promise<number> {
  const silentSince = new Date(now.getTime() - longestSilence);
  await giveUp(Prisma.sql`state IN ('WAITING', 'RUNNING') AND updated_at < ${silentSince}`);
  const count = await db.$executeRaw`
    DELETE FROM export_pieces p USING prepared_exports x
    WHERE x.id = p.export_id AND x.state = 'READY' AND (x.expires_at < ${now} OR ${isOutdated})`;
  const before = new Date(now.getTime() - remembered);
  await db.preparedExport.deleteMany({ where: { expiresAt: { lt: before } } });
  return count;
}
