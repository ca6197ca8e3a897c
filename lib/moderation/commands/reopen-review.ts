import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { takeQuestionBack } from "@/lib/suggestions/commands/take-question-back";
import { changesBrief, isUndoable } from "../rules";
import type { ClaimReviewInput } from "../schema";
import { canReopen } from "../triage";
import { appendEntry } from "./append-entry";
import { lockDecided, type DecidedThing } from "./decided-thing";
import { readEntry, takeBack, type ReadEntry } from "./undo-entry";

/** `entry` is null when a question was taken back, of which the log says nothing. */
export type Reopened = { review: number; entry: number | null };

/**
 * Takes one's own decision back: by another entry of the log, and what was flagged waits again with
 * its flags. When it was flagged anew meanwhile, the new review waits for both. What waited before it
 * was shown waits again as it did; a question to its author is taken back until it is answered.
 *
 * @throws DomainError NOT_FOUND for what was not decided or was an appeal, the refusal of `canReopen`
 *   or `canTakeQuestionBack`, or LATER_FIRST when something was done to the thing since
 */
export async function reopenReview(
  actor: Actor,
  { review: id }: ClaimReviewInput,
): Promise<Reopened> {
  await limit("moderation", actor.id);
  const { reopened, debateId, handle, happening } = await db.$transaction((tx) =>
    reopen(tx, actor, id),
  );
  tellChanged(...affected.moderation(debateId, handle));
  if (happening) tellHappened(happening);
  return reopened;
}

async function reopen(tx: Transaction, actor: Actor, id: number) {
  await assertStanding(tx, actor);
  const found = await tx.review.findUnique({
    where: { id },
    select: { entryId: true, suggestionId: true, status: true },
  });
  if (!found || found.status !== "DECIDED") throw new DomainError("NOT_FOUND");
  if (found.entryId === null) {
    return { ...(await takeQuestionBack(tx, actor, id)), happening: null };
  }
  const entry = await readEntry(tx, found.entryId);
  const locked = await lockDecided(tx, entry, actor.id);
  const { cause, debateId } = await assertReopenable(tx, actor, id, { entry, locked });
  const back = await undo(tx, actor, entry, locked);
  if (cause === "FLAG") await waitAgain(tx, id);
  const review = cause === "FLAG" ? await waitingNow(tx, id) : id;
  const reopened: Reopened = { review, entry: back.id };
  return { reopened, debateId, handle: locked.thing.handle, happening: back.happening };
}

/** Locks the review, and asks the rule. */
async function assertReopenable(
  tx: Transaction,
  actor: Actor,
  id: number,
  { entry, locked }: { entry: ReadEntry; locked: DecidedThing },
) {
  await tx.$executeRaw`SELECT FROM reviews WHERE id = ${id} FOR UPDATE`;
  const review = await tx.review.findUniqueOrThrow({
    where: { id },
    select: {
      cause: true,
      debateId: true,
      decidedById: true,
      entryId: true,
      entry: { select: { undoneBy: { select: { id: true } } } },
    },
  });
  if (review.entryId !== entry.id || review.cause === "APPEAL") throw new DomainError("NOT_FOUND");
  const undone = review.entry?.undoneBy !== null;
  const { decidedById } = review;
  const corrected = changesBrief(entry);
  const { thing, purge, decided } = locked;
  assertGranted(canReopen(actor, { ...thing, decidedById, undone, purge, corrected, decided }));
  return review;
}

async function undo(
  tx: Transaction,
  actor: Actor,
  entry: ReadEntry,
  { about, thing, decided }: DecidedThing,
) {
  const words = { publicReason: translator("moderation")("automatic.mistake"), privateNote: "" };
  if (isUndoable(entry.action)) {
    return takeBack(tx, actor, { entry, about, thing, decided }, words);
  }
  const id = await appendEntry(tx, {
    ...{ action: "RESTORE", about, actorId: actor.id, personId: thing.authorId },
    ...{ ground: "OTHER", undoesId: entry.id, ...words },
  });
  return { id, happening: null };
}

/** Unless the thing waits anew already: one review of a thing waits at a time. */
async function waitAgain(tx: Transaction, id: number): Promise<void> {
  const reopened = await tx.$executeRaw`
    UPDATE reviews v SET status = 'WAITING', decided_at = NULL, decided_by_id = NULL, entry_id = NULL,
      version = v.version + 1
    WHERE v.id = ${id} AND NOT EXISTS (
      SELECT FROM reviews o WHERE o.status = 'WAITING' AND o.cause = 'FLAG' AND o.target = v.target
        AND o.author_id IS NOT DISTINCT FROM v.author_id AND o.fact_id IS NOT DISTINCT FROM v.fact_id
        AND o.debate_id IS NOT DISTINCT FROM v.debate_id
        AND o.argument_id IS NOT DISTINCT FROM v.argument_id
        AND o.comment_id IS NOT DISTINCT FROM v.comment_id)`;
  if (reopened === 0) return;
  await tx.flag.updateMany({
    where: { reviewId: id },
    data: { outcome: "WAITING", decidedAt: null },
  });
}

/** The review of the same thing that waits. */
async function waitingNow(tx: Transaction, id: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT o.id FROM reviews v JOIN reviews o ON o.status = 'WAITING' AND o.cause = 'FLAG'
      AND o.target = v.target AND o.author_id IS NOT DISTINCT FROM v.author_id
      AND o.fact_id IS NOT DISTINCT FROM v.fact_id
      AND o.debate_id IS NOT DISTINCT FROM v.debate_id
      AND o.argument_id IS NOT DISTINCT FROM v.argument_id
      AND o.comment_id IS NOT DISTINCT FROM v.comment_id
    WHERE v.id = ${id}`;
  return row?.id ?? id;
}
