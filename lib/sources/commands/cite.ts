import "server-only";
import type { CitationInput } from "@/lib/arguments/schema";
import type { Transaction } from "@/lib/db/client";

export type CitedSource = { sourceId: number; quotation: string };

/**
 * The debate's sources for these citations: shared ones are found by their address (or, without
 * one, by title and publisher), others are added with the next number. A source cited twice is
 * cited once, with the first quotation given.
 */
export async function resolveSources(
  tx: Transaction,
  debateId: number,
  actorId: number,
  citations: readonly CitationInput[],
): Promise<CitedSource[]> {
  if (citations.length === 0) return [];
  // One writer at a time numbers a debate's sources; the lock ends with the transaction.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('counterpoint.sources'), ${debateId})`;
  const cited = new Map<number, string>();
  for (const citation of citations) {
    const sourceId =
      (await findSource(tx, debateId, citation)) ??
      (await addSource(tx, debateId, actorId, citation));
    if (!cited.get(sourceId)) cited.set(sourceId, citation.quotation);
  }
  return [...cited].map(([sourceId, quotation]) => ({ sourceId, quotation }));
}

async function findSource(
  tx: Transaction,
  debateId: number,
  citation: CitationInput,
): Promise<number | null> {
  const { url, title, publisher } = citation;
  const found = await tx.source.findFirst({
    where: url ? { debateId, url } : { debateId, url: null, title, publisher },
    select: { id: true },
  });
  return found?.id ?? null;
}

async function addSource(
  tx: Transaction,
  debateId: number,
  addedById: number,
  { url, title, publisher, published }: CitationInput,
): Promise<number> {
  const last = await tx.source.aggregate({ where: { debateId }, _max: { number: true } });
  const source = await tx.source.create({
    data: {
      debateId,
      number: (last._max.number ?? 0) + 1,
      title,
      publisher,
      url: url ?? null,
      published: published ?? null,
      addedById,
    },
    select: { id: true },
  });
  return source.id;
}
