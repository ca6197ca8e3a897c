import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { ChecklistFacts } from "../checklist";

/** What the checklist asks of a debate, as it is stored. Struck facts need no source. */
export async function readChecklistFacts(
  tx: Pick<Transaction, "debate" | "argument">,
  debateId: number,
): Promise<ChecklistFacts> {
  const roots = (stance: "SUPPORT" | "OPPOSE") =>
    tx.argument.count({ where: { debateId, parentId: null, status: "LIVE", stance } });
  const { brief, facts, ...debate } = await tx.debate.findUniqueOrThrow({
    where: { id: debateId },
    select: {
      ...{ title: true, motion: true },
      brief: { select: { headline: true, summary: true, decidedBy: true, statusLine: true } },
      facts: {
        where: { certainty: { not: "STRUCK" } },
        orderBy: { number: "asc" },
        select: { number: true, _count: { select: { citations: true } } },
      },
    },
  });
  const unsaid = { headline: "", summary: "", decidedBy: "", statusLine: "" };
  return {
    ...debate,
    ...(brief ?? unsaid),
    facts: facts.map(({ number, _count }) => ({ number, sources: _count.citations })),
    support: await roots("SUPPORT"),
    oppose: await roots("OPPOSE"),
  };
}
