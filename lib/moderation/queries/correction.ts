import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { TargetRef } from "../target";

/** A fact as entries of the log name it: by its number. */
export async function factNamed(
  tx: Pick<Transaction, "fact">,
  about: TargetRef,
  factId: number | null,
): Promise<{ fact?: number }> {
  if (about.target !== "DEBATE" || factId === null) return {};
  const fact = await tx.fact.findUnique({
    where: { debateId_id: { debateId: about.debateId, id: factId } },
    select: { number: true },
  });
  return fact ? { fact: fact.number } : {};
}

/**
 * The newest entry by which a brief, or that fact of it, was changed since an error was reported;
 * null when nothing was.
 */
export async function correctionSince(
  tx: Pick<Transaction, "$queryRaw">,
  { debateId, factId, openedAt }: { debateId: number; factId: number | null; openedAt: Date },
): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT e.id FROM moderation_entries e
    WHERE e.debate_id = ${debateId} AND e.target = 'DEBATE' AND e.action IN ('CORRECT', 'EDIT')
      AND e.at >= ${openedAt}
      AND (${factId}::int IS NULL OR (e.details ->> 'fact')::int = (
        SELECT f.number FROM facts f WHERE f.debate_id = e.debate_id AND f.id = ${factId}::int))
    ORDER BY e.id DESC LIMIT 1`;
  return row?.id ?? null;
}
