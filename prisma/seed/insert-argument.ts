import type { Transaction } from "@/lib/db/client";

/** A new argument; the number it gets is the next one below its parent (or below the motion). */
export type NewArgument = {
  debateId: number;
  parentId: number | null;
  stance: "SUPPORT" | "OPPOSE";
  title: string;
  body?: string;
  authorId: number;
  /** Cited in this order. */
  sources?: readonly { sourceId: number; quotation: string }[];
  factIds?: readonly number[];
};

export type InsertedArgument = { debateId: number; id: number; path: number[] };

/**
 * Inserts one argument with its citations, its facts and its first revision.
 * Call it inside a transaction: the number is taken from the parent's (or the debate's) counter.
 */
export async function insertArgument(
  tx: Transaction,
  input: NewArgument,
): Promise<InsertedArgument> {
  const { debateId, parentId, stance, title, body = "", authorId } = input;
  const sources = [...(input.sources ?? [])];
  const factIds = [...(input.factIds ?? [])];
  const path = await takeNumber(tx, debateId, parentId);
  const { id } = await tx.argument.create({
    data: { debateId, parentId, stance, path, title, body, authorId },
    select: { id: true },
  });
  if (sources.length > 0)
    await tx.citation.createMany({
      data: sources.map((source, position) => ({ debateId, argumentId: id, position, ...source })),
    });
  if (factIds.length > 0)
    await tx.argumentFact.createMany({
      data: factIds.map((factId) => ({ debateId, argumentId: id, factId })),
    });
  await tx.argumentRevision.create({
    data: {
      debateId,
      argumentId: id,
      version: 1,
      change: "CREATED",
      title,
      body,
      sources,
      factIds,
      editorId: authorId,
    },
    select: { version: true },
  });
  return { debateId, id, path };
}

/** Takes the next number from the counter of the parent, or of the debate for a root. */
async function takeNumber(
  tx: Transaction,
  debateId: number,
  parentId: number | null,
): Promise<number[]> {
  if (parentId === null) {
    const debate = await tx.debate.update({
      where: { id: debateId },
      data: { nextRoot: { increment: 1 } },
      select: { nextRoot: true },
    });
    return [debate.nextRoot - 1];
  }
  const parent = await tx.argument.update({
    where: { debateId_id: { debateId, id: parentId } },
    data: { nextChild: { increment: 1 } },
    select: { nextChild: true, path: true },
  });
  return [...parent.path, parent.nextChild - 1];
}
