import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { BriefList } from "../vocabulary";

/** An item of a list of the brief as it is stored, by field; null when there is none. */
export async function itemNow(
  tx: Transaction,
  debateId: number,
  part: BriefList,
  id: number | undefined,
): Promise<Record<string, string> | null> {
  if (id === undefined) return null;
  const where = { debateId_id: { debateId, id } };
  switch (part) {
    case "facts":
      return tx.fact.findUnique({ where, select: { text: true, certainty: true } });
    case "actors":
      return tx.actor.findUnique({
        where,
        select: { name: true, role: true, stance: true, summary: true },
      });
    case "timeline":
      return tx.timelineEvent.findUnique({ where, select: { date: true, text: true } });
    case "questions":
      return tx.openQuestion.findUnique({ where, select: { text: true, whyItMatters: true } });
    case "glossary":
      return tx.glossaryTerm.findUnique({ where, select: { term: true, definition: true } });
  }
}
