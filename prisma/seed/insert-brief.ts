import type { Prisma, Transaction } from "@/lib/db/client";
import type { SeedDebate } from "./data-schema";

/** Row ids by ref (S1, F1, …), for what is inserted after. */
export type IdByRef = ReadonlyMap<string, number>;

type CitationTarget = Pick<
  Prisma.CitationCreateManyInput,
  "briefId" | "factId" | "actorId" | "timelineId" | "openQuestionId" | "argumentId"
>;

/** The number in a ref: 12 of "S12". */
export const numberOf = (ref: string): number => Number(ref.slice(1));

/** @throws Error when the ref is unknown, which the files' schema rules out. */
export function idOf(ids: IdByRef, ref: string): number {
  const id = ids.get(ref);
  if (id === undefined) throw new Error(`No row was made for ${ref}.`);
  return id;
}

/** The rows that cite these sources, in this order, in one place. */
export function citationsOf(
  debateId: number,
  sources: IdByRef,
  refs: readonly string[],
  target: CitationTarget,
): Prisma.CitationCreateManyInput[] {
  return refs.map((ref, position) => ({
    debateId,
    sourceId: idOf(sources, ref),
    position,
    ...target,
  }));
}

/** Inserts the sources, numbered as their refs. */
export async function insertSources(
  tx: Transaction,
  debateId: number,
  editorId: number,
  data: SeedDebate,
): Promise<IdByRef> {
  const rows = await tx.source.createManyAndReturn({
    data: data.sources.map(({ ref, publisher, title, url, published, kind, note }) => ({
      debateId,
      number: numberOf(ref),
      publisher,
      title,
      url,
      published,
      kind,
      note,
      addedById: editorId,
    })),
    select: { id: true, number: true },
  });
  return new Map(rows.map((row) => [`S${row.number}`, row.id]));
}

/** Inserts the facts, numbered as their refs, with what they cite. */
export async function insertFacts(
  tx: Transaction,
  debateId: number,
  sources: IdByRef,
  data: SeedDebate,
): Promise<IdByRef> {
  const rows = await tx.fact.createManyAndReturn({
    data: data.facts.map(({ ref, text, certainty }) => ({
      debateId,
      number: numberOf(ref),
      text,
      certainty,
    })),
    select: { id: true, number: true },
  });
  const facts = new Map(rows.map((row) => [`F${row.number}`, row.id]));
  await tx.citation.createMany({
    data: data.facts.flatMap(({ ref, sourceRefs }) =>
      citationsOf(debateId, sources, sourceRefs, { factId: idOf(facts, ref) }),
    ),
  });
  return facts;
}

/** Inserts what was decided, its scope and what both cite. */
export async function insertDecision(
  tx: Transaction,
  debateId: number,
  sources: IdByRef,
  { decision, readingNote }: SeedDebate["debate"],
): Promise<void> {
  const { headline, summary, status, dateReported, decidedBy } = decision;
  await tx.brief.create({
    data: {
      debateId,
      headline,
      summary,
      statusLine: status,
      reportedOn: dateReported,
      decidedBy,
      readingNote,
    },
  });
  const points = (kind: Prisma.BriefPointCreateManyInput["kind"], texts: string[]) =>
    texts.map((text, position) => ({ debateId, kind, position, text }));
  await tx.briefPoint.createMany({
    data: [
      ...points("AFFECTS", decision.affects),
      ...points("SCOPE_KNOWN", decision.scopeKnown),
      ...points("SCOPE_UNKNOWN", decision.scopeUnknown),
    ],
  });
  await tx.citation.createMany({
    data: citationsOf(debateId, sources, decision.sourceRefs, { briefId: debateId }),
  });
}

/** Inserts who said what; the exact words stand on the citation of their source. */
export async function insertActors(
  tx: Transaction,
  debateId: number,
  sources: IdByRef,
  data: SeedDebate,
): Promise<void> {
  const rows = await tx.actor.createManyAndReturn({
    data: data.actors.map(({ ref, name, role, stance, summary }) => ({
      debateId,
      position: numberOf(ref),
      name,
      role,
      stance,
      summary,
    })),
    select: { id: true, position: true },
  });
  const actors = new Map(rows.map((row) => [`A${row.position}`, row.id]));
  await tx.citation.createMany({
    data: data.actors.flatMap(({ ref, sourceRefs, quotation }) =>
      citationsOf(debateId, sources, sourceRefs, { actorId: idOf(actors, ref) }).map(
        (citation, index) =>
          quotation && sourceRefs[index] === quotation.sourceRef
            ? { ...citation, quotation: quotation.text, note: quotation.note ?? "" }
            : citation,
      ),
    ),
  });
}
