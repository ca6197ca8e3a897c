import "server-only";
import type { CitationView } from "@/lib/arguments/view";
import { db, type Prisma } from "@/lib/db/client";
import { remembered } from "@/lib/live/remembered";
import { tags } from "@/lib/live/tags";
import type { ActorView, BriefView, FactView } from "../view";

const citationSelect = {
  quotation: true,
  note: true,
  source: {
    select: {
      number: true,
      title: true,
      publisher: true,
      url: true,
      published: true,
      kind: true,
      note: true,
    },
  },
} satisfies Prisma.CitationSelect;

/** Which part of the brief a citation belongs to, and its row there. */
type Target = "briefId" | "factId" | "actorId" | "timelineId" | "openQuestionId";
type CitationsOf = (target: Target, id: number) => CitationView[];

/**
 * The whole brief of a debate, in reading order; null when the debate has none. It is remembered
 * until a change of it is told: what it returns is everybody's.
 */
export const getBrief = remembered("briefs", tags.brief, readBrief);

/** As it is stored now, for whoever edits it. Twelve statements at most, however long it is. */
export async function readBrief(debateId: number): Promise<BriefView | null> {
  const [brief, citationsOf, facts, actors, timeline, openQuestions, glossary, caveats] =
    await Promise.all([
      readDecision(debateId),
      readCitations(debateId),
      readFacts(debateId),
      readActors(debateId),
      db.timelineEvent.findMany({
        where: { debateId },
        orderBy: { position: "asc" },
        select: { id: true, date: true, text: true },
      }),
      db.openQuestion.findMany({
        where: { debateId },
        orderBy: { position: "asc" },
        select: { id: true, text: true, whyItMatters: true },
      }),
      db.glossaryTerm.findMany({
        where: { debateId },
        orderBy: { term: "asc" },
        select: { id: true, term: true, definition: true },
      }),
      readCaveats(debateId),
    ]);
  if (!brief) return null;
  return {
    ...brief,
    sources: citationsOf("briefId", debateId),
    facts: facts.map((fact) => toFactView(fact, citationsOf)),
    actors: actors.map((actor) => toActorView(actor, citationsOf)),
    timeline: timeline.map((event) => ({ ...event, sources: citationsOf("timelineId", event.id) })),
    openQuestions: openQuestions.map((question) => ({
      ...question,
      sources: citationsOf("openQuestionId", question.id),
    })),
    glossary,
    caveats,
  };
}

/** The decision itself, with its lists of points. */
export const decisionSelect = {
  headline: true,
  summary: true,
  statusLine: true,
  reportedOn: true,
  decidedBy: true,
  readingNote: true,
  points: { orderBy: { position: "asc" }, select: { kind: true, text: true } },
} satisfies Prisma.BriefSelect;

type DecisionRow = Prisma.BriefGetPayload<{ select: typeof decisionSelect }>;

/** The points told apart by what they are about, each kind in its order. */
export function toDecision({ points, ...decision }: DecisionRow) {
  const texts = (kind: (typeof points)[number]["kind"]) =>
    points.filter((point) => point.kind === kind).map((point) => point.text);
  return {
    ...decision,
    affects: texts("AFFECTS"),
    scopeKnown: texts("SCOPE_KNOWN"),
    scopeUnknown: texts("SCOPE_UNKNOWN"),
  };
}

async function readDecision(debateId: number) {
  const row = await db.brief.findUnique({ where: { debateId }, select: decisionSelect });
  return row && toDecision(row);
}

/** All citations of the brief at once, handed out by what cites. */
async function readCitations(debateId: number): Promise<CitationsOf> {
  const rows = await db.citation.findMany({
    where: { debateId, argumentId: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...citationSelect,
      briefId: true,
      factId: true,
      actorId: true,
      timelineId: true,
      openQuestionId: true,
    },
  });
  const byTarget = new Map<string, CitationView[]>();
  const targets = ["briefId", "factId", "actorId", "timelineId", "openQuestionId"] as const;
  for (const row of rows) {
    const target = targets.find((name) => row[name] !== null);
    if (!target) continue;
    const key = `${target}:${row[target]}`;
    const list = byTarget.get(key) ?? [];
    const { quotation, note, source } = row;
    list.push({ ...source, quotation, note: note || source.note });
    byTarget.set(key, list);
  }
  return (target, id) => byTarget.get(`${target}:${id}`) ?? [];
}

function readFacts(debateId: number) {
  return db.fact.findMany({
    where: { debateId },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      text: true,
      certainty: true,
      corrections: {
        orderBy: [{ correctedAt: "desc" }, { id: "desc" }],
        select: { formerText: true, formerCertainty: true, reason: true, correctedAt: true },
      },
    },
  });
}

type FactRow = Awaited<ReturnType<typeof readFacts>>[number];

function toFactView(fact: FactRow, citationsOf: CitationsOf): FactView {
  return {
    ...fact,
    sources: citationsOf("factId", fact.id),
    corrections: fact.corrections.map((correction) => ({
      ...correction,
      correctedAt: correction.correctedAt.toISOString(),
    })),
  };
}

function readActors(debateId: number) {
  return db.actor.findMany({
    where: { debateId },
    orderBy: { position: "asc" },
    select: { id: true, name: true, role: true, stance: true, summary: true },
  });
}

type ActorRow = Awaited<ReturnType<typeof readActors>>[number];

function toActorView(actor: ActorRow, citationsOf: CitationsOf): ActorView {
  const sources = citationsOf("actorId", actor.id);
  const quotation = sources.find((source) => source.quotation !== "") ?? null;
  return { ...actor, quotation, sources };
}

async function readCaveats(debateId: number) {
  const rows = await db.caveat.findMany({
    where: { debateId },
    orderBy: { position: "asc" },
    select: { id: true, claim: true, finding: true, fact: { select: { number: true } } },
  });
  return rows.map(({ fact, ...caveat }) => ({ ...caveat, factNumber: fact?.number ?? null }));
}
