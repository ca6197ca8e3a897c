import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId, type DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { waitAgain } from "@/lib/suggestions/commands/waiting";
import { canAppeal, canDecideAppeal } from "../rules";
import { priorityOf } from "../urgency";
import type { AppealInput, DecideAppealInput } from "../schema";
import { columnsOf, targetOf } from "../target";
import { appendEntry, type NewEntry } from "./append-entry";
import { lockReview } from "./locked-review";
import { readEntry, takeBack } from "./undo-entry";
import { tellActed } from "./tell-acted";

/** An appeal waits like two flags of members: soon, and behind what is illegal. */
const appealScore = 2;

/**
 * Asks for another moderator's look at what was done to a thing of one's own: once, within 14 days.
 * @throws DomainError NOT_FOUND or the refusal of `canAppeal`
 */
export async function appeal(actor: Actor, input: AppealInput): Promise<{ entry: number }> {
  await limit("flags", actor.id);
  return writing([], async (tx) => {
    await assertStanding(tx, actor);
    return lodge(tx, actor, input);
  });
}

/**
 * The same for somebody who is suspended or banned, and so has no session.
 * @param userId whose pass it is (see lib/auth/appeal-pass)
 * @throws DomainError NOT_FOUND or the refusal of `canAppeal`
 */
export async function appealOutside(
  userId: number,
  input: AppealInput,
): Promise<{ entry: number }> {
  await limit("flags", userId);
  return writing([], async (tx) => {
    const person = await tx.user.findUnique({
      where: { id: userId, status: "ACTIVE" },
      select: { id: true, handle: true, name: true, role: true, emailVerifiedAt: true },
    });
    if (!person) throw new DomainError("NOT_FOUND");
    const { emailVerifiedAt, ...rest } = person;
    return lodge(tx, { ...rest, emailVerified: emailVerifiedAt !== null }, input);
  });
}

async function lodge(tx: Transaction, actor: Actor, { entry: id, text }: AppealInput) {
  const entry = await readEntry(tx, id);
  const now = new Date();
  const { undone, appealed } = await afterwards(tx, id);
  assertGranted(canAppeal(actor, { ...entry, undone, appealed }, now));
  const about = targetOf(entry);
  const review = await tx.review.create({
    data: {
      cause: "APPEAL",
      ...columnsOf(about),
      suggestionId: suggestionIn(entry.details)?.id ?? null,
      authorId: actor.id,
      score: appealScore,
      openedAt: now,
      priority: priorityOf(appealScore, now),
    },
    select: { id: true },
  });
  // A second appeal at the same moment finds the key taken, and is refused like a later one.
  const made = await tx.appeal.createMany({
    data: { entryId: id, reviewId: review.id, authorId: actor.id, text },
    skipDuplicates: true,
  });
  if (made.count === 0) throw new DomainError("APPEALED_BEFORE");
  return { entry: id };
}

/** The contribution that an entry declined. */
function suggestionIn(details: unknown): DebateItemRef | null {
  const { suggestion } = details as { suggestion?: unknown };
  return typeof suggestion === "string" ? parsePublicId(suggestion) : null;
}

async function afterwards(tx: Transaction, id: number) {
  const entry = await tx.moderationEntry.findUniqueOrThrow({
    where: { id },
    select: { undoneBy: { select: { id: true } }, appeal: { select: { entryId: true } } },
  });
  return { undone: entry.undoneBy !== null, appealed: entry.appeal !== null };
}

/**
 * Decides an appeal, by another moderator than decided first: what was done stands, or is taken back.
 * Both are entries of the log. A contribution that was declined waits again.
 *
 * @throws DomainError as `lockReview`, the refusal of `canDecideAppeal`, or LATER_FIRST
 */
export async function decideAppeal(
  actor: Actor,
  input: DecideAppealInput,
): Promise<{ review: number; entry: number }> {
  await limit("moderation", actor.id);
  const { decided, about, handle, happening } = await db.$transaction((tx) =>
    decide(tx, actor, input),
  );
  tellActed(about, handle, happening);
  return decided;
}

/**
 * What was declined waits again: nothing of it stands anywhere that could be put back.
 * @throws DomainError ALREADY_UNDONE
 */
async function askAnew(
  tx: Transaction,
  suggestion: DebateItemRef,
  entry: Omit<NewEntry, "action" | "ground"> & { undoesId: number },
): Promise<number> {
  const { undone } = await afterwards(tx, entry.undoesId);
  if (undone) throw new DomainError("ALREADY_UNDONE");
  await waitAgain(tx, suggestion);
  return appendEntry(tx, { action: "OVERTURN", ground: "NO_BREACH", ...entry });
}

async function decide(tx: Transaction, actor: Actor, input: DecideAppealInput) {
  const { about, thing, suggestion } = await lockReview(tx, actor, input.review, input.version);
  const { entryId } = await tx.appeal.findUniqueOrThrow({
    where: { reviewId: input.review },
    select: { entryId: true },
  });
  const first = await readEntry(tx, entryId);
  assertGranted(
    canDecideAppeal(actor, { ...thing, action: first.action, decidedById: first.actorId }),
  );
  const { publicReason, privateNote, outcome } = input;
  const words = { publicReason, privateNote };
  const said = { about, actorId: actor.id, personId: thing.authorId, ...words };
  const details = { appealed: entryId };
  const { id, happening } =
    outcome === "UPHOLD"
      ? {
          id: await appendEntry(tx, { action: "UPHOLD", ground: "OTHER", ...said, details }),
          happening: null,
        }
      : suggestion
        ? { id: await askAnew(tx, suggestion, { ...said, undoesId: entryId }), happening: null }
        : await takeBack(tx, actor, { entry: first, about, thing }, words, "OVERTURN");
  await tx.appeal.update({
    where: { entryId },
    data: { outcomeId: id },
    select: { entryId: true },
  });
  await tx.review.update({
    where: { id: input.review },
    data: {
      status: "DECIDED",
      decidedAt: new Date(),
      decidedById: actor.id,
      entryId: id,
      claimedById: null,
      claimedUntil: null,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  return { decided: { review: input.review, entry: id }, about, handle: thing.handle, happening };
}
