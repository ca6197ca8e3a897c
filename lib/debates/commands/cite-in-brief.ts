import "server-only";
import type { CitationInput } from "@/lib/arguments/schema";
import type { Transaction } from "@/lib/db/client";
import { resolveSources } from "@/lib/sources/commands/cite";

/** The part of the brief that cites: exactly one. */
export type CitingPart =
  | { briefId: number }
  | { factId: number }
  | { actorId: number }
  | { timelineId: number }
  | { openQuestionId: number };

/**
 * Makes a part of the brief cite exactly these sources. What was noted about a passage stays with
 * its source.
 */
export async function citeInBrief(
  tx: Transaction,
  debateId: number,
  actorId: number,
  part: CitingPart,
  citations: readonly CitationInput[],
): Promise<void> {
  const sources = await resolveSources(tx, debateId, actorId, citations);
  const before = await tx.citation.findMany({
    where: { debateId, ...part },
    select: { sourceId: true, note: true },
  });
  const notes = new Map(before.map(({ sourceId, note }) => [sourceId, note]));
  await tx.citation.deleteMany({ where: { debateId, ...part } });
  await tx.citation.createMany({
    data: sources.map(({ sourceId, quotation }, position) => ({
      ...{ debateId, ...part, sourceId, quotation, position },
      note: notes.get(sourceId) ?? "",
    })),
  });
}
