import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canFollow, canManage } from "../rules";

type Input = { debate: string };

/**
 * Follows a debate: arguments that come from now on are news. Done twice it is done once.
 * Taking part in a debate follows nothing by itself: replies are told anyway.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canFollow`
 */
export async function followDebate(actor: Actor, { debate: slug }: Input): Promise<Input> {
  return db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    const debateId = await findDebate(tx, slug);
    const userId = actor.id;
    const others = await tx.follow.count({ where: { userId, debateId: { not: debateId } } });
    assertGranted(canFollow(actor, others));
    await tx.$executeRaw`
      INSERT INTO follows (debate_id, user_id, seen_argument_id, mailed_argument_id)
      SELECT ${debateId}, ${userId}, newest.id, newest.id
      FROM (SELECT coalesce(max(id), 0) AS id FROM arguments WHERE debate_id = ${debateId}) newest
      ON CONFLICT DO NOTHING`;
    return { debate: slug };
  });
}

/**
 * Stops following a debate. Nothing happens when it was not followed.
 * @throws DomainError NOT_FOUND, or the refusal of `canManage`
 */
export async function unfollowDebate(actor: Actor, { debate: slug }: Input): Promise<Input> {
  assertGranted(canManage(actor));
  return db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    const debateId = await findDebate(tx, slug);
    await tx.follow.deleteMany({ where: { debateId, userId: actor.id } });
    return { debate: slug };
  });
}

async function findDebate(tx: Transaction, slug: string): Promise<number> {
  const debate = await tx.debate.findFirst({
    where: { slug, status: { not: "DRAFT" } },
    select: { id: true },
  });
  if (!debate) throw new DomainError("NOT_FOUND");
  return debate.id;
}
