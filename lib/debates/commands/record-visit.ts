import "server-only";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { visitMinutes } from "../visits";

/**
 * Notes that a member reads a debate now. After a pause of half an hour this is a new visit, and
 * what came since the last one is new.
 *
 * @throws DomainError NOT_FOUND
 */
export async function recordVisit(
  actor: Actor,
  { debate: slug }: { debate: string },
): Promise<null> {
  const noted = await db.$executeRaw`
    INSERT INTO debate_visits AS v (debate_id, user_id, seen_at)
    SELECT d.id, ${actor.id}, now() FROM debates d
    WHERE d.slug = ${slug} AND d.status <> 'DRAFT'
    ON CONFLICT (debate_id, user_id) DO UPDATE SET
      previous_at = CASE WHEN v.seen_at < now() - make_interval(mins => ${visitMinutes}::int)
                         THEN v.seen_at ELSE v.previous_at END,
      seen_at = now()`;
  if (noted === 0) throw new DomainError("NOT_FOUND");
  return null;
}
