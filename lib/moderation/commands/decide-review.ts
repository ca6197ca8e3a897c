import "server-only";
import type { Visibility } from "@/lib/arguments/visibility";
import { db, type Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { type DecideReviewInput } from "../schema";
import { decisionsFor, type Decision } from "../vocabulary";
import { appendEntry, tellReporters } from "./append-entry";
import { makeVisible } from "./apply";
import { lockReview } from "./locked-review";

/** `entry` is the number in the public log. */
export type Decided = { review: number; entry: number };

/**
 * Decides what waits: the action, its public reason and the end of the flags, in one transaction.
 * Flags count as right when something was done, and as wrong when the thing was kept.
 *
 * @throws DomainError as `lockReview`; INVALID_INPUT for a decision that the thing does not allow
 */
export async function decideReview(actor: Actor, input: DecideReviewInput): Promise<Decided> {
  await limit("moderation", actor.id);
  const { decided, about, handle, happening } = await db.$transaction((tx) =>
    decide(tx, actor, input),
  );
  tellChanged(...affected.moderation("debateId" in about ? about.debateId : null, handle));
  if (happening) tellHappened(happening);
  return decided;
}

async function decide(tx: Transaction, actor: Actor, input: DecideReviewInput) {
  const { review: id, version, decision, ground, publicReason, privateNote } = input;
  const { about, thing, cause } = await lockReview(tx, actor, id, version);
  if (cause !== "FLAG" || !decisionsFor(about.target).includes(decision)) {
    const words = translator("moderation")("review.notPossible");
    throw new DomainError("INVALID_INPUT", { fields: { decision: [words] } });
  }
  const to: Partial<Record<Decision, Visibility>> = { HIDE: "HIDDEN", ARCHIVE: "CURATED" };
  const goal = to[decision];
  const change = goal ? await makeVisible(tx, actor.id, about, goal, publicReason) : null;
  const entryId = await appendEntry(tx, {
    action: decision,
    about,
    actorId: actor.id,
    personId: thing.authorId,
    ground: decision === "KEEP" ? "NO_BREACH" : ground,
    publicReason,
    privateNote,
    details: change ? { from: change.from, to: change.to } : {},
    snapshot: thing.words,
  });
  await tellReporters(tx, id, entryId);
  const now = new Date();
  await tx.flag.updateMany({
    where: { reviewId: id },
    data: { outcome: decision === "KEEP" ? "DECLINED" : "UPHELD", decidedAt: now },
  });
  await tx.review.update({
    where: { id },
    data: {
      status: "DECIDED",
      decidedAt: now,
      decidedById: actor.id,
      entryId,
      claimedById: null,
      claimedUntil: null,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  const happening = change?.happening ?? null;
  return { decided: { review: id, entry: entryId }, about, handle: thing.handle, happening };
}
