import "server-only";
import { db } from "@/lib/db/client";
import type { LookAlike } from "../view";

/** For so many days after it was made an account is compared; later nobody asks any more. */
const newDays = 30;
/** Shorter beginnings of handles are everybody's. */
const shortest = 4;

/**
 * Whether a new account resembles that of somebody who is banned: the same mailbox written with other
 * dots or after a plus, or the same handle but for what is counted up at its end. Compared from what
 * accounts say of themselves; nothing is kept for it.
 */
export async function getLookAlikes(userId: number): Promise<LookAlike[]> {
  return db.$queryRaw<LookAlike[]>`
    SELECT o.handle, CASE WHEN email_core(o.email) = email_core(u.email) THEN 'EMAIL' ELSE 'HANDLE' END AS by
    FROM users u JOIN users o ON o.id <> u.id
      AND (email_core(o.email) = email_core(u.email)
        OR (handle_core(o.handle_skeleton) = handle_core(u.handle_skeleton)
          AND length(handle_core(u.handle_skeleton)) >= ${shortest}))
    WHERE u.id = ${userId} AND u.created_at > now() - make_interval(days => ${newDays}::int)
      AND is_sanctioned(o.id, '{BAN}')
    ORDER BY o.id LIMIT 5`;
}
