import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import type { Happening } from "@/lib/live/happenings";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import { refusePurged } from "@/lib/purges/commands/refuse-purged";
import { publicId } from "@/lib/shared/ids";
import type { Actor } from "@/lib/shared/viewer";
import { waitAsBefore } from "@/lib/suggestions/commands/waiting";
import type { Decided } from "@/lib/suggestions/queries/decided";
import { letsWaitAgain } from "@/lib/suggestions/taken-back";
import { isInTheWay } from "../later";
import { canUndo, isUndoable } from "../rules";
import type { UndoEntryInput } from "../schema";
import type { ModerationAction } from "../vocabulary";
import type { TargetRef } from "../target";
import { appendEntry, tellOfEntry } from "./append-entry";
import { lockDecided } from "./decided-thing";
import { tellActed } from "./tell-acted";
import type { Thing } from "./thing";
import { undoings } from "./undoings";

export type Undone = { entry: number };

/**
 * Takes back what an entry did, by another entry; the thing is again as visible as it was before. What
 * waited and was decided by it waits again.
 *
 * @throws DomainError NOT_FOUND, the refusal of `canUndo`, or LATER_FIRST when something was done to
 *   the thing since
 */
export async function undoEntry(actor: Actor, input: UndoEntryInput): Promise<Undone> {
  await limit("moderation", actor.id);
  const { undone, about, handle, happening } = await db.$transaction(async (tx) => {
    await assertVoice(tx, actor);
    const entry = await readEntry(tx, input.entry);
    const { about, thing, purge, decided } = await lockDecided(tx, entry, actor.id);
    const { action, target } = entry;
    const facts = { ...thing, action, target, undone: false, waitsAgain: letsWaitAgain(entry) };
    assertGranted(canUndo(actor, { ...facts, purge, decided }));
    const { id, happening } = await takeBack(tx, actor, { entry, about, thing, decided }, input);
    return { undone: { entry: id }, about, handle: thing.handle, happening };
  });
  tellActed(about, handle, happening);
  return undone;
}

export type ReadEntry = Awaited<ReturnType<typeof readEntry>>;

/** @throws DomainError NOT_FOUND */
export async function readEntry(tx: Transaction, id: number) {
  const entry = await tx.moderationEntry.findUnique({
    where: { id },
    select: {
      id: true,
      action: true,
      at: true,
      target: true,
      debateId: true,
      argumentId: true,
      commentId: true,
      personId: true,
      actorId: true,
      undoesId: true,
      details: true,
    },
  });
  if (!entry) throw new DomainError("NOT_FOUND");
  return entry;
}

type Case = {
  entry: ReadEntry;
  about: TargetRef;
  thing: Thing;
  /** What waited and was decided by the entry, and waits again; locked. */
  decided?: Decided | null;
};
type Words = { publicReason: string; privateNote: string };

/**
 * Appends the entry that takes another back, and does it. The thing is locked: whoever else takes
 * something of it back waits.
 *
 * @throws DomainError ALREADY_UNDONE, LATER_FIRST, PURGED or PURGE_WAITS
 */
export async function takeBack(
  tx: Transaction,
  actor: Actor,
  { entry, about, thing, decided = null }: Case,
  words: Words,
  action: ModerationAction = "RESTORE",
): Promise<{ id: number; happening: Happening | null }> {
  // What was declined stands nowhere: it comes back for nobody to see.
  if (entry.action !== "DECLINE") await refusePurged(tx, about);
  await refuseWhatIsNotLast(tx, entry);
  if (!isUndoable(entry.action)) throw new DomainError("NOTHING_TO_UNDO");
  const change = await undoings[entry.action]({ tx, actorId: actor.id, entry, about, words });
  const again = decided && !decided.erased ? decided : null;
  if (again) await waitAsBefore(tx, again.ref, entry.id);
  const id = await appendEntry(tx, {
    action,
    about,
    actorId: actor.id,
    personId: thing.authorId,
    ground: "NO_BREACH",
    undoesId: entry.id,
    ...words,
    details: { ...change.details, ...(again ? namedAgain(entry, again) : {}) },
    snapshot: thing.words,
  });
  if (action === "RESTORE") await grantAppeal(tx, actor.id, entry.id, id);
  if (again && again.authorId !== thing.authorId) await tellOfEntry(tx, id, again.authorId);
  return { id, happening: change.happening };
}

/**
 * An appeal that waits against what was taken back has what it asked for: the queue is done with it,
 * and the entry that took it back is its outcome.
 */
async function grantAppeal(
  tx: Transaction,
  actorId: number,
  entryId: number,
  outcomeId: number,
): Promise<void> {
  const appeal = await tx.appeal.findUnique({
    where: { entryId },
    select: { reviewId: true, outcomeId: true },
  });
  if (!appeal || appeal.outcomeId !== null) return;
  await tx.appeal.update({ where: { entryId }, data: { outcomeId }, select: { entryId: true } });
  await tx.review.update({
    where: { id: appeal.reviewId },
    data: {
      ...{ status: "DECIDED", decidedAt: new Date(), decidedById: actorId, entryId: outcomeId },
      ...{ claimedById: null, claimedUntil: null, version: { increment: 1 } },
    },
    select: { id: true },
  });
}

/** What waits again: `suggestion` where the entry is about it, `again` where it is about something else. */
function namedAgain({ action }: ReadEntry, { ref, kind }: Decided): Record<string, unknown> {
  const about = action === "APPROVE" || action === "DECLINE" ? "suggestion" : "again";
  return { [about]: publicId(ref), kind };
}

/** What was done to the thing since, and was not taken back, would be undone with it. */
async function refuseWhatIsNotLast(tx: Transaction, entry: ReadEntry): Promise<void> {
  const { target, debateId, argumentId, commentId, personId } = entry;
  const since = await tx.moderationEntry.findMany({
    where: {
      id: { gte: entry.id },
      target,
      debateId,
      argumentId,
      commentId,
      ...(target === "PERSON" ? { personId } : {}),
    },
    select: {
      id: true,
      action: true,
      undoesId: true,
      details: true,
      undoneBy: { select: { id: true } },
    },
  });
  if (since.find(({ id }) => id === entry.id)?.undoneBy) throw new DomainError("ALREADY_UNDONE");
  const stands = since.some(
    ({ id, undoneBy, ...later }) =>
      id !== entry.id && isInTheWay(entry, { ...later, undone: undoneBy !== null }),
  );
  if (stands) throw new DomainError("LATER_FIRST");
}
