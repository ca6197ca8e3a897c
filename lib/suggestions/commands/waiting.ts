import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { priorityOf } from "@/lib/moderation/urgency";
import { parsePublicId, publicId, type DebateItemRef } from "@/lib/shared/ids";
import { causeOf } from "../rules";
import type { Suggested } from "../schema";
import type { Waiting } from "../view";
import type { SuggestionWhy } from "../vocabulary";

/** What waits is as urgent as one flag of a member. */
const score = 1;

export type NewSuggestion = Suggested & {
  debateId: number;
  argumentId: number | null;
  authorId: number;
  why: SuggestionWhy;
  submissionKey: string;
};

/**
 * Lets a contribution wait, and puts it into the moderators' queue. The same submission key by the same
 * person waits once.
 */
export async function letWait(tx: Transaction, wanted: NewSuggestion): Promise<Waiting> {
  const { authorId, submissionKey, argumentId, why } = wanted;
  const data = { ...wanted, content: asJson(wanted.content) };
  const { count } = await tx.suggestion.createMany({ data, skipDuplicates: true });
  const made = await alreadyWaiting(tx, authorId, submissionKey);
  const ref = parsePublicId(made!.suggestion)!;
  if (count > 0) await openRound(tx, ref, { authorId, argumentId, why });
  return made!;
}

/** As JSON has it: what is not given is not there. */
export function asJson(content: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject;
}

/** What the same submission let wait before; null when it did not. */
export async function alreadyWaiting(
  tx: Pick<Transaction, "suggestion">,
  authorId: number,
  submissionKey: string,
): Promise<Waiting | null> {
  const found = await tx.suggestion.findUnique({
    where: { authorId_submissionKey: { authorId, submissionKey } },
    select: { debateId: true, id: true, why: true, debate: { select: { slug: true } } },
  });
  return found && { suggestion: publicId(found), why: found.why, debate: found.debate.slug };
}

type Round = { authorId: number; argumentId: number | null; why: SuggestionWhy };

/** Puts it into the queue: when it comes, when its author has answered, and after an appeal. */
export async function openRound(
  tx: Transaction,
  { debateId, id: suggestionId }: DebateItemRef,
  { authorId, argumentId, why }: Round,
): Promise<void> {
  const openedAt = new Date();
  await tx.review.create({
    data: {
      cause: causeOf(why),
      target: argumentId === null ? "DEBATE" : "ARGUMENT",
      debateId,
      argumentId,
      suggestionId,
      authorId,
      score,
      openedAt,
      priority: priorityOf(score, openedAt),
    },
    select: { id: true },
  });
}

/** Lets it wait again after its decision was taken back. Its row is locked. */
export async function waitAgain(tx: Transaction, ref: DebateItemRef): Promise<void> {
  const { debateId, id } = ref;
  const { count } = await tx.suggestion.updateMany({
    where: { debateId, id, status: "DECLINED" },
    data: { status: "WAITING", version: { increment: 1 }, updatedAt: new Date() },
  });
  if (count === 0) return;
  const found = await tx.suggestion.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
    select: { authorId: true, argumentId: true, why: true },
  });
  await openRound(tx, ref, found);
}

/**
 * Lets it wait again because the entry that decided it is taken back: in the round that the entry
 * ended, with its notes. The answer goes; an argument or comment that it became is remembered. Its
 * row is locked, and its words are there.
 */
export async function waitAsBefore(
  tx: Transaction,
  ref: DebateItemRef,
  entryId: number,
): Promise<void> {
  const { debateId, id } = ref;
  const found = await tx.suggestion.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
    select: { kind: true, madeId: true, authorId: true, argumentId: true, why: true },
  });
  const stands = found.kind === "ARGUMENT" || found.kind === "COMMENT";
  await unanswer(tx, ref, { accepted: Prisma.DbNull, madeId: stands ? found.madeId : null });
  const reopened = await reopenRounds(tx, { debateId, suggestionId: id, entryId });
  if (reopened === 0) await openRound(tx, ref, found);
}

/** It waits, and nobody has answered. */
export async function unanswer(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  more: Prisma.SuggestionUncheckedUpdateInput = {},
): Promise<void> {
  await tx.suggestion.update({
    where: { debateId_id: { debateId, id } },
    data: {
      status: "WAITING",
      ...{ answer: "", answeredById: null, answeredAt: null, updatedAt: new Date() },
      version: { increment: 1 },
      ...more,
    },
    select: { id: true },
  });
}

/** @returns how many wait again */
export async function reopenRounds(
  tx: Transaction,
  which: Prisma.ReviewWhereInput,
): Promise<number> {
  const { count } = await tx.review.updateMany({
    where: { ...which, status: "DECIDED", cause: { not: "APPEAL" } },
    data: {
      ...{ status: "WAITING", decidedAt: null, decidedById: null, entryId: null },
      version: { increment: 1 },
    },
  });
  return count;
}

/** Takes it out of the queue without an entry in the log: it was asked back or withdrawn. */
export async function closeRound(
  tx: Transaction,
  { debateId, id: suggestionId }: DebateItemRef,
  decidedById: number | null,
): Promise<void> {
  await tx.review.updateMany({
    where: { debateId, suggestionId, status: "WAITING", cause: { not: "APPEAL" } },
    data: {
      status: "DECIDED",
      decidedAt: new Date(),
      decidedById,
      claimedById: null,
      claimedUntil: null,
      version: { increment: 1 },
    },
  });
}
