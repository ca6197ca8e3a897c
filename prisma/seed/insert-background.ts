import type { Transaction } from "@/lib/db/client";
import type { SeedDebate } from "./data-schema";
import { citationsOf, idOf, numberOf, type IdByRef } from "./insert-brief";

/** Inserts the timeline with what it cites. */
export async function insertTimeline(
  tx: Transaction,
  debateId: number,
  sources: IdByRef,
  data: SeedDebate,
): Promise<void> {
  const rows = await tx.timelineEvent.createManyAndReturn({
    data: data.timeline.map(({ ref, date, text }) => ({
      debateId,
      position: numberOf(ref),
      date,
      text,
    })),
    select: { id: true, position: true },
  });
  const events = new Map(rows.map((row) => [`T${row.position}`, row.id]));
  await tx.citation.createMany({
    data: data.timeline.flatMap(({ ref, sourceRefs }) =>
      citationsOf(debateId, sources, sourceRefs, { timelineId: idOf(events, ref) }),
    ),
  });
}

/** Inserts the open questions with what they cite. */
export async function insertOpenQuestions(
  tx: Transaction,
  debateId: number,
  sources: IdByRef,
  data: SeedDebate,
): Promise<void> {
  const rows = await tx.openQuestion.createManyAndReturn({
    data: data.openQuestions.map(({ ref, text, whyItMatters }) => ({
      debateId,
      position: numberOf(ref),
      text,
      whyItMatters,
    })),
    select: { id: true, position: true },
  });
  const questions = new Map(rows.map((row) => [`Q${row.position}`, row.id]));
  await tx.citation.createMany({
    data: data.openQuestions.flatMap(({ ref, sourceRefs }) =>
      citationsOf(debateId, sources, sourceRefs, { openQuestionId: idOf(questions, ref) }),
    ),
  });
}

/** Inserts the glossary, and the places where the first article says more than is known. */
export async function insertGlossaryAndCaveats(
  tx: Transaction,
  debateId: number,
  facts: IdByRef,
  data: SeedDebate,
): Promise<void> {
  await tx.glossaryTerm.createMany({
    data: data.glossary.map(({ term, definition }) => ({ debateId, term, definition })),
  });
  await tx.caveat.createMany({
    data: data.caveats.map(({ ref, claim, finding, factRef }) => ({
      debateId,
      position: numberOf(ref),
      claim,
      finding,
      factId: idOf(facts, factRef),
    })),
  });
}
