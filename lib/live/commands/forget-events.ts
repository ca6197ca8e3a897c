import "server-only";
import { db } from "@/lib/db/client";
import { keptMinutes } from "../schema";

/**
 * Removes events that nobody can resume from any more. The last one of each debate that was written
 * more than ten minutes ago stays: for whoever heard it last, everything later is still there.
 *
 * @returns how many were removed
 */
export async function forgetOldEvents(): Promise<number> {
  return db.$executeRaw`
    DELETE FROM live_events e
    USING (
      SELECT debate_id, max(id) AS id FROM live_events
      WHERE at < now() - make_interval(mins => ${keptMinutes}::int) GROUP BY debate_id
    ) newest
    WHERE e.debate_id = newest.debate_id AND e.id < newest.id`;
}
