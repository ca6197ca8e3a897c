import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { appendEntry, tellReporters } from "@/lib/moderation/commands/append-entry";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canConfirmPurge } from "../rules";
import type { PurgeRef } from "../schema";
import { isThing, thingIn, type Thing } from "../subject";
import { actorNow } from "./actor-now";
import { eraseArgument } from "./erase-argument";
import { eraseComment } from "./erase-comment";
import { eraseEntryWords, eraseTraces } from "./erase-traces";
import { lockPurge, type LockedPurge } from "./locked-purge";
import { tagsOf } from "./subject";

export type ConfirmedPurge = { purge: number; entry: number };

/** A thing with a long history in a large debate takes its time, and is done once. */
const patience = { maxWait: 10_000, timeout: 120_000 };

/**
 * Does what another administrator asked for: the words go from every table, and the log says that it
 * happened. One transaction; nothing brings them back.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canConfirmPurge`
 */
export async function confirmPurge(actor: Actor, { purge: id }: PurgeRef): Promise<ConfirmedPurge> {
  await limit("moderation", actor.id);
  const { entry, subject } = await db.$transaction(async (tx) => {
    const administrator = await actorNow(tx, actor);
    const purge = await lockPurge(tx, id, actor.id);
    assertGranted(canConfirmPurge(administrator, purge));
    await erase(tx, purge);
    return { entry: await log(tx, actor, purge), subject: purge.subject };
  }, patience);
  tellChanged(...tagsOf(subject));
  return { purge: id, entry };
}

async function erase(tx: Transaction, { subject }: LockedPurge): Promise<void> {
  const { about, wordsOfId } = subject;
  if (wordsOfId !== null) return eraseEntryWords(tx, wordsOfId, about);
  if (!isThing(about)) throw new Error(`Nobody can purge a ${about.target}.`);
  if (about.target === "ARGUMENT") await eraseArgument(tx, about);
  else await eraseComment(tx, about);
  await eraseTraces(tx, about);
}

/** The entry, and the end of the purge and of the reviews that waited. @returns its number */
async function log(tx: Transaction, actor: Actor, purge: LockedPurge): Promise<number> {
  const { about, wordsOfId } = purge.subject;
  const entryId = await appendEntry(tx, {
    action: "PURGE",
    about,
    actorId: actor.id,
    personId: purge.authorId,
    ground: purge.ground,
    publicReason: purge.publicReason,
    privateNote: purge.legalBasis,
    details: {
      requestedBy: purge.requestedById,
      ...(wordsOfId === null ? {} : { wordsOf: wordsOfId }),
    },
  });
  const confirmedAt = new Date();
  await tx.purge.update({
    where: { id: purge.id },
    data: { confirmedById: actor.id, confirmedAt, entryId },
    select: { id: true },
  });
  if (wordsOfId === null && isThing(about)) await endReviews(tx, actor.id, about, entryId);
  return entryId;
}

/** Nothing is left to decide of what was flagged; appeals are still answered. */
async function endReviews(
  tx: Transaction,
  decidedById: number,
  about: Thing,
  entryId: number,
): Promise<void> {
  const now = new Date();
  const waiting = await tx.review.updateManyAndReturn({
    where: { ...thingIn(about), suggestionId: null, status: "WAITING", cause: { not: "APPEAL" } },
    data: {
      status: "DECIDED",
      decidedAt: now,
      decidedById,
      entryId,
      claimedById: null,
      claimedUntil: null,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  for (const { id } of waiting) {
    await tellReporters(tx, id, entryId);
    await tx.flag.updateMany({
      where: { reviewId: id },
      data: { outcome: "UPHELD", decidedAt: now },
    });
  }
}
