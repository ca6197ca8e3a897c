import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/shared/viewer";

/**
 * Whoever acts, with the role they have now: what is done here cannot be taken back.
 * @throws DomainError as `assertStanding`
 */
export async function actorNow(tx: Transaction, actor: Actor): Promise<Actor> {
  await assertStanding(tx, actor);
  const where = { id: actor.id };
  const { role } = await tx.user.findUniqueOrThrow({ where, select: { role: true } });
  return { ...actor, role };
}
