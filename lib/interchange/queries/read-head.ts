import "server-only";
import type { Prisma, Transaction } from "@/lib/db/client";
import { decisionSelect, toDecision } from "@/lib/debates/queries/brief";
import type { BundleHead, BundlePerson } from "../bundle";

/** References by account id, and the people they stand for. */
export type People = { list: BundlePerson[]; refs: ReadonlyMap<number, string> };

/**
 * Everybody who wrote something that is still there: names that the debate's pages show too.
 * Erased accounts and writers of deleted comments have none.
 */
export async function readPeople(tx: Transaction, debateId: number): Promise<People> {
  const rows = await tx.$queryRaw<
    { id: number; handle: string; name: string; editorial: boolean }[]
  >`
    SELECT * FROM (SELECT u.id, CASE WHEN u.kind = 'IMPORTED' THEN coalesce(u.imported_handle, '') ELSE u.handle END AS handle,
           u.name, u.kind = 'EDITORIAL' AS editorial
    FROM users u
    WHERE u.status <> 'ERASED' AND u.id IN (
      SELECT author_id FROM arguments WHERE debate_id = ${debateId}
      UNION SELECT editor_id FROM argument_revisions WHERE debate_id = ${debateId}
      UNION SELECT author_id FROM comments WHERE debate_id = ${debateId} AND status = 'LIVE')) person
    ORDER BY person.handle COLLATE "C", person.name COLLATE "C", person.id`;
  const refs = new Map(rows.map(({ id }, index) => [id, `p${index + 1}`]));
  const list = rows.map(({ id, ...person }) => ({ ref: refs.get(id)!, ...person }));
  return { list, refs };
}

const citedSelect = {
  citations: {
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { quotation: true, note: true, source: { select: { number: true } } },
  },
} as const satisfies { citations: Prisma.Brief$citationsArgs };

type CitedRow = {
  citations: { quotation: string; note: string; source: { number: number } }[];
};

function cited<T extends CitedRow>({ citations, ...rest }: T) {
  return {
    ...rest,
    citations: citations.map(({ source, quotation, note }) => ({
      ...{ source: source.number, quotation, note },
    })),
  };
}

/** The debate itself, its sources and its whole brief. */
export async function readHead(
  tx: Transaction,
  debateId: number,
  about: { exportedAt: Date; origin: string; licence: string; people: BundlePerson[] },
): Promise<BundleHead> {
  const debate = await readDebate(tx, debateId);
  const sources = await readSources(tx, debateId);
  const byPosition = { where: { debateId }, orderBy: { position: "asc" } } as const;
  const actors = await tx.actor.findMany({
    ...byPosition,
    select: { name: true, role: true, stance: true, summary: true, ...citedSelect },
  });
  const timeline = await tx.timelineEvent.findMany({
    ...byPosition,
    select: { date: true, text: true, ...citedSelect },
  });
  const openQuestions = await tx.openQuestion.findMany({
    ...byPosition,
    select: { text: true, whyItMatters: true, ...citedSelect },
  });
  const glossary = await tx.glossaryTerm.findMany({
    where: { debateId },
    orderBy: { id: "asc" },
    select: { term: true, definition: true },
  });
  const caveats = await tx.caveat.findMany({
    ...byPosition,
    select: { claim: true, finding: true, fact: { select: { number: true } } },
  });
  const moderationLog = await tx.moderationHead.findFirst({
    select: { entries: true, hash: true },
  });
  return {
    ...about,
    exportedAt: about.exportedAt.toISOString(),
    ...(moderationLog ? { moderationLog } : {}),
    debate,
    sources,
    brief: await readBrief(tx, debateId),
    facts: await readFacts(tx, debateId),
    actors: actors.map(cited),
    timeline: timeline.map(cited),
    openQuestions: openQuestions.map(cited),
    glossary,
    caveats: caveats.map(({ fact, ...caveat }) => ({ ...caveat, fact: fact?.number ?? null })),
  };
}

async function readDebate(tx: Transaction, id: number): Promise<BundleHead["debate"]> {
  const { nextRoot, counts, ...debate } = await tx.debate.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ slug: true, title: true, motion: true, motionNote: true, status: true, language: true },
      ...{ createdAt: true, openedAt: true, updatedAt: true, nextRoot: true },
      counts: { select: { people: true } },
    },
  });
  return {
    ...debate,
    createdAt: debate.createdAt.toISOString(),
    openedAt: debate.openedAt?.toISOString() ?? null,
    updatedAt: debate.updatedAt.toISOString(),
    nextNumber: nextRoot,
    people: counts?.people ?? 0,
  };
}

async function readSources(tx: Transaction, debateId: number): Promise<BundleHead["sources"]> {
  const rows = await tx.source.findMany({
    where: { debateId },
    orderBy: { number: "asc" },
    select: {
      ...{ number: true, title: true, publisher: true, url: true, published: true, kind: true },
      ...{ note: true, retrievedOn: true, archiveUrl: true, createdAt: true },
    },
  });
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

async function readBrief(tx: Transaction, debateId: number): Promise<BundleHead["brief"]> {
  const row = await tx.brief.findUnique({
    where: { debateId },
    select: { ...decisionSelect, ...citedSelect },
  });
  if (!row) return null;
  const { citations, ...decision } = row;
  return { ...toDecision(decision), ...cited({ citations }) };
}

async function readFacts(tx: Transaction, debateId: number): Promise<BundleHead["facts"]> {
  const rows = await tx.fact.findMany({
    where: { debateId },
    orderBy: { number: "asc" },
    select: {
      ...{ number: true, text: true, certainty: true, updatedAt: true },
      ...citedSelect,
      corrections: {
        orderBy: [{ correctedAt: "asc" }, { id: "asc" }],
        select: { formerText: true, formerCertainty: true, reason: true, correctedAt: true },
      },
    },
  });
  return rows.map(({ corrections, updatedAt, ...row }) => ({
    ...cited(row),
    updatedAt: updatedAt.toISOString(),
    corrections: corrections.map((correction) => ({
      ...correction,
      correctedAt: correction.correctedAt.toISOString(),
    })),
  }));
}
