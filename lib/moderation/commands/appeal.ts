import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canAppeal, canDecideAppeal, priorityOf } from "../rules";
import type { AppealInput, DecideAppealInput } from "../schema";
import { columnsOf, targetOf } from "../target";
import { appendEntry } from "./append-entry";
import { lockReview } from "./locked-review";
import { readEntry, takeBack } from "./undo-entry";

/** An appeal waits like two flags of members: soon, and behind what is illegal. */
const appealScore = 2;

/**
 * Asks for another moderator's look at what was done to a thing of one's own: once, within 14 days.
 * @throws DomainError NOT_FOUND or the refusal of `canAppeal`
 */
export async function appeal(
  actor: Actor,
  { entry: id, text }: AppealInput,
): Promise<{ entry: number }> {
  await limit("flags", actor.id);
  return writing([], async (tx) => {
    await assertStanding(tx, actor);
    const entry = await readEntry(tx, id);
    const now = new Date();
    const { undone, appealed } = await afterwards(tx, id);
    assertGranted(canAppeal(actor, { ...entry, undone, appealed }, now));
    const about = targetOf(entry);
    const review = await tx.review.create({
      data: {
        cause: "APPEAL",
        ...columnsOf(about),
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
  });
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
 * Both are entries of the log.
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
  tellChanged(...affected.moderation("debateId" in about ? about.debateId : null, handle));
  if (happening) tellHappened(happening);
  return decided;
}

async function decide(tx: Transaction, actor: Actor, input: DecideAppealInput) {
  const { about, thing } = await lockReview(tx, actor, input.review, input.version);
  const { entryId } = await tx.appeal.findUniqueOrThrow({
    where: { reviewId: input.review },
    select: { entryId: true },
  });
  const first = await readEntry(tx, entryId);
  assertGranted(canDecideAppeal(actor, { ...thing, decidedById: first.actorId }));
  const { publicReason, privateNote, outcome } = input;
  const words = { publicReason, privateNote };
  const { id, happening } =
    outcome === "OVERTURN"
      ? await takeBack(tx, actor, { entry: first, about, thing }, words, "OVERTURN")
      : {
          id: await appendEntry(tx, {
            action: "UPHOLD",
            about,
            actorId: actor.id,
            personId: thing.authorId,
            ground: "OTHER",
            ...words,
            details: { appealed: entryId },
          }),
          happening: null,
        };
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
