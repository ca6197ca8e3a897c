import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { MoveItemInput, RemoveItemInput } from "../brief-schema";
import { canRemoveFact } from "../editorship";
import type { BriefList } from "../vocabulary";
import { changingBrief, type ChangedBrief, type LockedDebate } from "./changing-brief";
import { itemNow } from "./item-now";
import { orderedTables } from "./log-edit";

/**
 * Changes places with the item before or after it; the first and the last stay where they are.
 *
 * @throws DomainError NOT_FOUND, STALE_VERSION, or the refusal of `canEditBrief`
 */
export async function moveItem(actor: Actor, input: MoveItemInput): Promise<ChangedBrief> {
  const { part, id, by } = input;
  return changingBrief(actor, input, { part, id }, async (tx, debate) => {
    const table = orderedTables[part];
    const here = Prisma.sql`debate_id = ${debate.id}`;
    const [item] = await tx.$queryRaw<{ position: number }[]>`
      SELECT position FROM ${table} WHERE ${here} AND id = ${id}`;
    if (!item) throw new DomainError("NOT_FOUND");
    const beyond =
      by === "up"
        ? Prisma.sql`position < ${item.position} ORDER BY position DESC`
        : Prisma.sql`position > ${item.position} ORDER BY position`;
    const [other] = await tx.$queryRaw<{ id: number; position: number }[]>`
      SELECT id, position FROM ${table} WHERE ${here} AND ${beyond} LIMIT 1`;
    if (!other) return id;
    // No two stand in one place, not even for a moment.
    await tx.$executeRaw`UPDATE ${table} SET position = -1 WHERE ${here} AND id = ${id}`;
    await tx.$executeRaw`UPDATE ${table} SET position = ${item.position} WHERE ${here} AND id = ${other.id}`;
    await tx.$executeRaw`UPDATE ${table} SET position = ${other.position} WHERE ${here} AND id = ${id}`;
    return id;
  });
}

/**
 * Takes an item out of a list of the brief. A fact only from a draft, where no argument cites it.
 *
 * @throws DomainError NOT_FOUND, STALE_VERSION, or the refusal of `canEditBrief` or `canRemoveFact`
 */
export async function removeItem(actor: Actor, input: RemoveItemInput): Promise<ChangedBrief> {
  const { part, id } = input;
  return changingBrief(actor, input, { part, id }, async (tx, debate) => {
    if (!(await itemNow(tx, debate.id, part, id))) throw new DomainError("NOT_FOUND");
    await removers[part](tx, { debate, actor, id });
    return null;
  });
}

type Doomed = { debate: LockedDebate; actor: Actor; id: number };

const removers: Record<BriefList, (tx: Transaction, doomed: Doomed) => Promise<void>> = {
  facts: async (tx, { debate, actor, id }) => {
    const here = { debateId: debate.id, factId: id };
    const cited = (await tx.argumentFact.count({ where: here })) > 0;
    assertGranted(canRemoveFact(actor, { ...debate, cited }));
    await tx.citation.deleteMany({ where: here });
    await tx.factCorrection.deleteMany({ where: here });
    await tx.caveat.updateMany({ where: here, data: { factId: null } });
    await tx.fact.deleteMany({ where: { debateId: debate.id, id } });
  },
  actors: async (tx, { debate: { id: debateId }, id }) => {
    await tx.citation.deleteMany({ where: { debateId, actorId: id } });
    await tx.actor.deleteMany({ where: { debateId, id } });
  },
  timeline: async (tx, { debate: { id: debateId }, id }) => {
    await tx.citation.deleteMany({ where: { debateId, timelineId: id } });
    await tx.timelineEvent.deleteMany({ where: { debateId, id } });
  },
  questions: async (tx, { debate: { id: debateId }, id }) => {
    await tx.citation.deleteMany({ where: { debateId, openQuestionId: id } });
    await tx.openQuestion.deleteMany({ where: { debateId, id } });
  },
  glossary: async (tx, { debate: { id: debateId }, id }) => {
    await tx.glossaryTerm.deleteMany({ where: { debateId, id } });
  },
};
