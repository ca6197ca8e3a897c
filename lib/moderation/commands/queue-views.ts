import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { whatTheyModerate } from "../queries/queue";
import type { DeleteViewInput, SaveViewInput } from "../queue-schema";
import { queueLimits } from "../queue-vocabulary";
import type { SavedView } from "../queue-view";

/**
 * Keeps a part of the queue under a name, for this moderator alone; a name they use already gets the
 * new part.
 *
 * @throws DomainError as `whatTheyModerate`, or VIEWS_FULL
 */
export async function saveView(actor: Actor, { name, query }: SaveViewInput): Promise<SavedView> {
  await limit("moderation", actor.id);
  await whatTheyModerate(actor);
  return writing([], async (tx) => {
    // One after the other, so that two at once are not one too many; before the shared lock of
    // `assertStanding`, or they would wait for one another.
    await tx.$executeRaw`SELECT FROM users WHERE id = ${actor.id} FOR NO KEY UPDATE`;
    await assertStanding(tx, actor);
    const others = await tx.queueView.count({
      where: { userId: actor.id, name: { not: name } },
    });
    if (others >= queueLimits.views) throw new DomainError("VIEWS_FULL");
    const { id } = await tx.queueView.upsert({
      where: { userId_name: { userId: actor.id, name } },
      create: { userId: actor.id, name, query },
      update: { query },
      select: { id: true },
    });
    return { view: id, name, query };
  });
}

/**
 * Forgets a saved view of one's own; done twice it is done once.
 * @throws DomainError as `whatTheyModerate`
 */
export async function deleteView(
  actor: Actor,
  { view }: DeleteViewInput,
): Promise<{ deleted: true }> {
  await limit("moderation", actor.id);
  await whatTheyModerate(actor);
  return writing([], async (tx) => {
    await assertStanding(tx, actor);
    await tx.queueView.deleteMany({ where: { id: view, userId: actor.id } });
    return { deleted: true };
  });
}
