import "server-only";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import { purgeStateOf, type PurgeFacts } from "../rules";
import type { PurgeGround } from "../vocabulary";
import { namedBy } from "../subject";
import { lockSubject, type LockedSubject } from "./subject";

export type LockedPurge = PurgeFacts & {
  id: number;
  subject: LockedSubject;
  ground: PurgeGround;
  legalBasis: string;
  publicReason: string;
  hiddenById: number | null;
};

/**
 * Locks what is to be purged and then the purge itself, as everybody who moderates locks the thing
 * first. Of two who decide at the same moment, the second sees what the first did.
 *
 * @throws DomainError NOT_FOUND
 */
export async function lockPurge(
  tx: Transaction,
  id: number,
  viewerId: number,
): Promise<LockedPurge> {
  const found = await tx.purge.findUnique({ where: { id } });
  if (!found) throw new DomainError("NOT_FOUND");
  const subject = await lockSubject(tx, namedBy(found), viewerId);
  await tx.$executeRaw`SELECT FROM purges WHERE id = ${id} FOR UPDATE`;
  const { authorId, requestedById, legalBasis, publicReason, hiddenById, ...purge } =
    await tx.purge.findUniqueOrThrow({ where: { id } });
  const ground = purge.ground as PurgeGround;
  const state = purgeStateOf(purge);
  return {
    ...{ id, subject, state, authorId, requestedById, debateStatus: subject.debateStatus },
    ...{ ground, legalBasis, publicReason, hiddenById },
  };
}
