import "server-only";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import { resolveSources, type CitedSource } from "@/lib/sources/commands/cite";
import type { CitationInput } from "../schema";

export type Cited = { sources: CitedSource[]; factIds: number[] };

/**
 * Makes the argument cite exactly these sources and facts of its debate. What editors noted about a
 * passage stays with its source.
 *
 * @throws DomainError INVALID_INPUT when a fact is not one of the debate's
 */
export async function cite(
  tx: Transaction,
  ref: DebateItemRef,
  actorId: number,
  input: { sources: CitationInput[]; factIds: number[] },
): Promise<Cited> {
  const { debateId } = ref;
  const factIds = [...new Set(input.factIds)].sort((a, b) => a - b);
  const known = await tx.fact.count({ where: { debateId, id: { in: factIds } } });
  if (known !== factIds.length) throw new DomainError("INVALID_INPUT");
  const cited = { sources: await resolveSources(tx, debateId, actorId, input.sources), factIds };
  await citeAgain(tx, ref, cited);
  return cited;
}

/** Makes the argument cite exactly these, which the debate has. */
export async function citeAgain(
  tx: Transaction,
  { debateId, id: argumentId }: DebateItemRef,
  { sources, factIds }: Cited,
): Promise<void> {
  const before = await tx.citation.findMany({
    where: { debateId, argumentId },
    select: { sourceId: true, note: true },
  });
  const notes = new Map(before.map((citation) => [citation.sourceId, citation.note]));
  await tx.citation.deleteMany({ where: { debateId, argumentId } });
  await tx.argumentFact.deleteMany({ where: { debateId, argumentId } });
  await tx.citation.createMany({
    data: sources.map((source, position) => ({
      ...{ debateId, argumentId, position, ...source },
      note: notes.get(source.sourceId) ?? "",
    })),
  });
  await tx.argumentFact.createMany({
    data: factIds.map((factId) => ({ debateId, argumentId, factId })),
  });
}

/** What an argument cites now, as a revision keeps it. */
export async function citedNow(
  tx: Transaction,
  { debateId, id: argumentId }: DebateItemRef,
): Promise<Cited> {
  const sources = await tx.citation.findMany({
    where: { debateId, argumentId },
    orderBy: { position: "asc" },
    select: { sourceId: true, quotation: true },
  });
  const facts = await tx.argumentFact.findMany({
    where: { debateId, argumentId },
    orderBy: { factId: "asc" },
    select: { factId: true },
  });
  return { sources, factIds: facts.map((fact) => fact.factId) };
}
