import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import type { Review } from "@/lib/db/generated/client";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canModerate } from "../rules";
import { targetOf, type TargetRef } from "../target";
import { canTakeUp } from "../triage";
import type { ReviewCause } from "../vocabulary";
import { lockSuggested, lockThing, type Thing } from "./thing";

export type LockedReview = {
  id: number;
  version: number;
  cause: ReviewCause;
  about: TargetRef;
  thing: Thing;
  /** What waits before it is shown; null for a thing that stands somewhere. */
  suggestion: DebateItemRef | null;
  /** The fact whose error was reported. */
  factId: number | null;
  openedAt: Date;
  escalated: boolean;
  /** Who passed it on to the administrators. */
  passedOnById: number | null;
};

/**
 * Locks a review that waits, and the thing it is about, for a moderator who may decide it and whom
 * nobody else's claim keeps away.
 *
 * @param version the state the moderator looked at; null to claim whatever there is
 * @param back also for who passed it on to the administrators, to have it back
 * @throws DomainError NOT_FOUND, the refusal of `canModerate` or `canTakeUp`, REVIEW_DECIDED,
 *   REVIEW_CLAIMED with the claimer's name, or STALE_VERSION
 */
export async function lockReview(
  tx: Transaction,
  actor: Actor,
  id: number,
  version: number | null,
  { back = false } = {},
): Promise<LockedReview> {
  await assertVoice(tx, actor);
  // The thing before the review, as flags lock them.
  const found = await tx.review.findUnique({ where: { id }, select: places });
  if (!found) throw new DomainError("NOT_FOUND");
  const { about, thing, suggestion } = await lockReviewed(tx, found, actor.id);
  assertGranted(canModerate(actor, thing));
  await tx.$executeRaw`SELECT FROM reviews WHERE id = ${id} FOR UPDATE`;
  const review = await tx.review.findUniqueOrThrow({
    where: { id },
    select: {
      ...places,
      version: true,
      cause: true,
      status: true,
      entryId: true,
      claimedById: true,
      claimedUntil: true,
      claimedBy: { select: { name: true } },
      escalatedAt: true,
      escalatedById: true,
      factId: true,
      openedAt: true,
    },
  });
  if (review.status === "DECIDED") {
    throw new DomainError(review.entryId === null ? "SUGGESTION_CLOSED" : "REVIEW_DECIDED");
  }
  const escalated = review.escalatedAt !== null;
  const { escalatedById: passedOnById } = review;
  if (!back || passedOnById !== actor.id) assertGranted(canTakeUp(actor, escalated));
  const { claimedById, claimedUntil, claimedBy } = review;
  if (claimedById !== null && claimedById !== actor.id && claimedUntil! > new Date()) {
    throw new DomainError("REVIEW_CLAIMED", { params: { name: claimedBy!.name } });
  }
  if (version !== null && review.version !== version) {
    throw new DomainError("STALE_VERSION", { current: { version: review.version } });
  }
  const { version: current, cause, factId, openedAt } = review;
  return {
    ...{ id, version: current, cause, about, thing, suggestion, factId, openedAt },
    ...{ escalated, passedOnById },
  };
}

/** What of a review says what it is about. */
export const places = {
  target: true,
  debateId: true,
  argumentId: true,
  commentId: true,
  suggestionId: true,
  authorId: true,
} as const;

type Places = Pick<Review, keyof typeof places>;

/**
 * Locks what a review is about: a thing that stands somewhere, or what waits before it does, which is
 * its author's and nobody else's.
 *
 * @throws DomainError NOT_FOUND
 */
export async function lockReviewed(
  tx: Transaction,
  review: Places,
  viewerId: number,
): Promise<Pick<LockedReview, "about" | "thing" | "suggestion">> {
  const { debateId, suggestionId, authorId } = review;
  const about = targetOf({ ...review, personId: authorId });
  if (debateId === null || suggestionId === null) {
    return { about, thing: await lockThing(tx, about, viewerId), suggestion: null };
  }
  const suggestion = { debateId, id: suggestionId };
  return { about, thing: await lockSuggested(tx, suggestion, authorId!, viewerId), suggestion };
}
