import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/**
 * Whether words that may stand in a prepared file `x` were deleted, or hidden by an entry of the log
 * that its snapshot had not seen.
 */
export const isOutdated = Prisma.sql`(
  x.outdated
  OR EXISTS (
    SELECT FROM moderation_entries e
    WHERE e.debate_id = x.debate_id AND e.id > x.log_entries
      AND (e.action IN ('HIDE', 'DECLINE', 'PURGE') OR e.details ->> 'to' = 'HIDDEN'))
  OR EXISTS (
    SELECT FROM moderation_entries e
    WHERE e.debate_id IS NULL AND e.id > x.log_entries AND e.action = 'PURGE'))`;
