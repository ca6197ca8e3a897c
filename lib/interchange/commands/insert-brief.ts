import "server-only";
import type { Prisma, Transaction } from "@/lib/db/client";
import type { BundleCitation, BundleHead } from "../bundle";
import { idOf, type Place } from "./known";

type Target = Pick<
  Prisma.CitationCreateManyInput,
  "briefId" | "factId" | "actorId" | "timelineId" | "openQuestionId" | "argumentId"
>;
type Sourced = Pick<Place, "tx" | "debateId" | "sources">;

/** The rows that cite these sources, in this order, in one place. */
export function citationRows(
  { debateId, sources }: Pick<Place, "debateId" | "sources">,
  citations: readonly BundleCitation[],
  target: Target,
): Prisma.CitationCreateManyInput[] {
  return citations.map(({ source, quotation, note }, position) => ({
    ...{ debateId, sourceId: idOf(sources, source), position, quotation, note },
    ...target,
  }));
}

/** @returns ids by number */
export async function insertSources(
  tx: Transaction,
  debateId: number,
  addedById: number,
  sources: BundleHead["sources"],
): Promise<Map<number, number>> {
  const rows = await tx.source.createManyAndReturn({
    data: sources.map((source) => ({ ...source, debateId, addedById })),
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [number, id]));
}

/** @returns ids by number */
export async function insertFacts(
  { tx, debateId, sources }: Sourced,
  facts: BundleHead["facts"],
): Promise<Map<number, number>> {
  const rows = await tx.fact.createManyAndReturn({
    data: facts.map(({ number, text, certainty, updatedAt }) => ({
      ...{ debateId, number, text, certainty, updatedAt },
    })),
    select: { id: true, number: true },
  });
  const ids = new Map(rows.map(({ id, number }) => [number, id]));
  await tx.citation.createMany({
    data: facts.flatMap(({ number, citations }) =>
      citationRows({ debateId, sources }, citations, { factId: idOf(ids, number) }),
    ),
  });
  await tx.factCorrection.createMany({
    data: facts.flatMap(({ number, corrections }) =>
      corrections.map((correction) => ({ debateId, factId: idOf(ids, number), ...correction })),
    ),
  });
  return ids;
}

/** Inserts what was decided, its scope and what both cite. */
export async function insertDecision(
  { tx, debateId, sources }: Sourced,
  brief: BundleHead["brief"],
): Promise<void> {
  if (!brief) return;
  const { affects, scopeKnown, scopeUnknown, citations, ...decision } = brief;
  await tx.brief.create({ data: { debateId, ...decision }, select: { debateId: true } });
  const points = (kind: Prisma.BriefPointCreateManyInput["kind"], texts: readonly string[]) =>
    texts.map((text, position) => ({ debateId, kind, position, text }));
  await tx.briefPoint.createMany({
    data: [
      ...points("AFFECTS", affects),
      ...points("SCOPE_KNOWN", scopeKnown),
      ...points("SCOPE_UNKNOWN", scopeUnknown),
    ],
  });
  await tx.citation.createMany({
    data: citationRows({ debateId, sources }, citations, { briefId: debateId }),
  });
}

/** Inserts who said what, the timeline, the open questions, the glossary and the caveats. */
export async function insertBackground(place: Place, head: BundleHead): Promise<void> {
  const { tx, debateId, facts } = place;
  const byPosition = { select: { id: true, position: true } } as const;
  const actors = await tx.actor.createManyAndReturn({
    data: head.actors.map(({ name, role, stance, summary }, index) => ({
      ...{ debateId, position: index + 1, name, role, stance, summary },
    })),
    ...byPosition,
  });
  const events = await tx.timelineEvent.createManyAndReturn({
    data: head.timeline.map(({ date, text }, index) => ({
      ...{ debateId, position: index + 1, date, text },
    })),
    ...byPosition,
  });
  const questions = await tx.openQuestion.createManyAndReturn({
    data: head.openQuestions.map(({ text, whyItMatters }, index) => ({
      ...{ debateId, position: index + 1, text, whyItMatters },
    })),
    ...byPosition,
  });
  const cited = (
    rows: readonly { id: number; position: number }[],
    items: readonly { citations: BundleCitation[] }[],
    target: (id: number) => Target,
  ) =>
    rows.flatMap(({ id, position }) =>
      citationRows(place, items[position - 1]!.citations, target(id)),
    );
  await tx.citation.createMany({
    data: [
      ...cited(actors, head.actors, (actorId) => ({ actorId })),
      ...cited(events, head.timeline, (timelineId) => ({ timelineId })),
      ...cited(questions, head.openQuestions, (openQuestionId) => ({ openQuestionId })),
    ],
  });
  await tx.glossaryTerm.createMany({ data: head.glossary.map((term) => ({ debateId, ...term })) });
  await tx.caveat.createMany({
    data: head.caveats.map(({ claim, finding, fact }, index) => ({
      ...{ debateId, position: index + 1, claim, finding },
      factId: fact === null ? null : idOf(facts, fact),
    })),
  });
}
