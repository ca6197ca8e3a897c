import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { decisionSelect, toDecision } from "../queries/brief";
import { differenceOf, type PartState } from "../edits";
import { orderedLists, type BriefList, type OrderedList } from "../vocabulary";
import { itemNow } from "./item-now";

/** The decision, or an item of a list; one without an id is not there. */
export type EditedPart = { part: "decision" | BriefList; id: number | null };

export const orderedTables: Record<OrderedList, Prisma.Sql> = {
  actors: Prisma.sql`actors`,
  timeline: Prisma.sql`timeline_events`,
  questions: Prisma.sql`open_questions`,
};

/** All that a part of the brief says now; null when there is none. */
export async function stateOf(
  tx: Transaction,
  debateId: number,
  { part, id }: EditedPart,
): Promise<PartState | null> {
  if (part === "decision") {
    const words = await decisionWords(tx, debateId);
    return { words, place: null, sources: await sourcesOf(tx, { debateId, briefId: debateId }) };
  }
  const words = id === null ? null : await itemNow(tx, debateId, part, id);
  if (id === null || !words) return null;
  const sources = await sourcesOf(tx, citing(part, debateId, id));
  return { words, place: await placeOf(tx, debateId, part, id), sources };
}

async function decisionWords(tx: Transaction, debateId: number) {
  const { brief, ...debate } = await tx.debate.findUniqueOrThrow({
    where: { id: debateId },
    select: { title: true, motion: true, motionNote: true, brief: { select: decisionSelect } },
  });
  return { ...debate, ...(brief && toDecision(brief)) };
}

function citing(part: BriefList, debateId: number, id: number): Prisma.CitationWhereInput | null {
  if (part === "facts") return { debateId, factId: id };
  if (part === "actors") return { debateId, actorId: id };
  if (part === "timeline") return { debateId, timelineId: id };
  return part === "questions" ? { debateId, openQuestionId: id } : null;
}

async function sourcesOf(tx: Transaction, where: Prisma.CitationWhereInput | null) {
  if (!where) return [];
  return tx.citation.findMany({
    where,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { sourceId: true, quotation: true },
  });
}

async function placeOf(tx: Transaction, debateId: number, part: BriefList, id: number) {
  const list = orderedLists.find((one) => one === part);
  if (!list) return null;
  const [row] = await tx.$queryRaw<{ position: number }[]>`
    SELECT position FROM ${orderedTables[list]} WHERE debate_id = ${debateId} AND id = ${id}`;
  return row?.position ?? null;
}

type Edit = EditedPart & {
  debateId: number;
  actorId: number;
  /** Why, where the editor said it. */
  reason: string;
  before: PartState | null;
  after: PartState | null;
};

/**
 * What was changed in a brief that readers have seen, as an entry of the log; none when nothing was,
 * or when it says so already: other words for a fact are a correction.
 */
export async function logEdit(tx: Transaction, edit: Edit): Promise<void> {
  const { part, id, debateId, actorId, before, after } = edit;
  const difference = differenceOf(before, after);
  if (!difference) return;
  const { change, fields } = difference;
  if (part === "facts" && change === "CHANGED" && fields.some((field) => field !== "sources")) {
    return;
  }
  await appendEntry(tx, {
    action: "EDIT",
    about: { target: "DEBATE", debateId },
    ...{ actorId, personId: null, ground: "QUALITY" },
    publicReason: edit.reason || wordsOf(part, change, fields),
    details: { part, item: id, change, fields, ...(await factIn(tx, edit)) },
    ...(before ? { snapshot: { body: textOf(before) } } : {}),
  });
}

async function factIn(tx: Transaction, { part, id, debateId }: Edit) {
  if (part !== "facts" || id === null) return {};
  const fact = await tx.fact.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { number: true },
  });
  return fact ? { fact: fact.number } : {};
}

/** In a sentence, without a word of what was written. */
function wordsOf(part: EditedPart["part"], change: string, fields: readonly string[]): string {
  const t = translator("editing");
  const labels = fields.map((field) => t(`logged.field.${field}`)).join(", ");
  return t(`logged.${change}`, { part: t(`parts.${part}`), fields: labels });
}

/** What stood there, for the author's and curators' eyes in the log. */
function textOf({ words }: PartState): string {
  return Object.values(words)
    .flat()
    .filter((text) => typeof text === "string" && text !== "")
    .join("\n\n");
}
