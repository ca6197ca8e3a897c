import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canBlock, canUnblock } from "../rules";
import type { BlockInput } from "../schema";

/**
 * Blocks a person for oneself: their comments are folded, and no answer or mention by them is told.
 * They do not hear of it. Done twice it is done once.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canBlock`
 */
export async function blockPerson(actor: Actor, { handle }: BlockInput): Promise<BlockInput> {
  await limit("account", actor.id);
  return db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    const blockedId = await findPerson(tx, handle);
    assertGranted(canBlock(actor, blockedId));
    await tx.block.createMany({ data: { blockerId: actor.id, blockedId }, skipDuplicates: true });
    return { handle };
  });
}

/**
 * Ends that. Nothing happens when the person was not blocked.
 * @throws DomainError NOT_FOUND, or the refusal of `canUnblock`
 */
export async function unblockPerson(actor: Actor, { handle }: BlockInput): Promise<BlockInput> {
  await limit("account", actor.id);
  return db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    assertGranted(canUnblock(actor));
    const blockedId = await findPerson(tx, handle);
    await tx.block.deleteMany({ where: { blockerId: actor.id, blockedId } });
    return { handle };
  });
}

async function findPerson(tx: Transaction, handle: string): Promise<number> {
  const person = await tx.user.findUnique({
    where: { handle: handle.toLowerCase(), status: { not: "ERASED" } },
    select: { id: true },
  });
  if (!person) throw new DomainError("NOT_FOUND");
  return person.id;
}
