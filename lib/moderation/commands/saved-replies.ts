import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { whatTheyModerate } from "../queries/queue";
import type { ChangeReplyInput, DeleteReplyInput, SaveReplyInput } from "../queue-schema";
import type { SavedReply } from "../queue-view";
import { canKeepReply } from "../replies";

/**
 * Keeps words for public reasons under a name, for this moderator alone.
 * @throws DomainError as `whatTheyModerate`, or the refusal of `canKeepReply`
 */
export async function saveReply(actor: Actor, { name, text }: SaveReplyInput): Promise<SavedReply> {
  return keeping(actor, async (tx) => {
    await assertRoom(tx, actor.id, name, 0);
    const { id } = await tx.savedReply.create({
      data: { userId: actor.id, name, text },
      select: { id: true },
    });
    return { reply: id, name, text };
  });
}

/**
 * Gives a reply of one's own another name or other words.
 * @throws DomainError as `saveReply`, or NOT_FOUND, also for a reply of somebody else's
 */
export async function changeReply(
  actor: Actor,
  { reply, ...change }: ChangeReplyInput,
): Promise<SavedReply> {
  return keeping(actor, async (tx) => {
    const where = { id: reply, userId: actor.id };
    const before = await tx.savedReply.findFirst({ where, select: { name: true, text: true } });
    if (!before) throw new DomainError("NOT_FOUND");
    const { name = before.name, text = before.text } = change;
    await assertRoom(tx, actor.id, name, reply);
    await tx.savedReply.update({ where, data: { name, text }, select: { id: true } });
    return { reply, name, text };
  });
}

/**
 * Forgets a reply of one's own; done twice it is done once.
 * @throws DomainError as `whatTheyModerate`
 */
export async function deleteReply(
  actor: Actor,
  { reply }: DeleteReplyInput,
): Promise<{ deleted: true }> {
  return keeping(actor, async (tx) => {
    await tx.savedReply.deleteMany({ where: { id: reply, userId: actor.id } });
    return { deleted: true };
  });
}

/** One after the other, so that two at once are not one too many or of one name. */
async function keeping<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  await limit("moderation", actor.id);
  await whatTheyModerate(actor);
  return writing([], async (tx) => {
    // Before the shared lock of `assertStanding`: two that hold that one would wait for one another.
    await tx.$executeRaw`SELECT FROM users WHERE id = ${actor.id} FOR NO KEY UPDATE`;
    await assertStanding(tx, actor);
    return work(tx);
  });
}

/** @param changed the reply that gets this name; 0: a new one */
async function assertRoom(
  tx: Transaction,
  userId: number,
  name: string,
  changed: number,
): Promise<void> {
  const others = await tx.savedReply.findMany({
    where: { userId, id: { not: changed } },
    select: { name: true },
  });
  const nameTaken = others.some((other) => other.name === name);
  assertGranted(canKeepReply({ others: others.length, nameTaken }));
}
