import "server-only";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import type { Actor } from "@/lib/shared/viewer";
import { type ClaimReviewInput } from "../schema";
import { moderationLimits } from "../vocabulary";
import { lockReview } from "./locked-review";

/** `until` when others are kept away; null when it was given back. */
export type Claimed = { review: number; version: number; until: string | null };

/**
 * Keeps a review for this moderator for ten minutes, so that two do not work on one thing. One's own
 * claim is renewed.
 *
 * @throws DomainError as `lockReview`
 */
export async function claimReview(
  actor: Actor,
  { review: id }: ClaimReviewInput,
): Promise<Claimed> {
  await limit("moderation", actor.id);
  return writing([], async (tx) => {
    const { version } = await lockReview(tx, actor, id, null);
    const until = new Date(Date.now() + moderationLimits.claimMinutes * 60_000);
    await tx.review.update({
      where: { id },
      data: { claimedById: actor.id, claimedUntil: until },
      select: { id: true },
    });
    return { review: id, version, until: until.toISOString() };
  });
}

/**
 * Gives a claimed review back.
 * @throws DomainError as `lockReview`
 */
export async function releaseReview(
  actor: Actor,
  { review: id }: ClaimReviewInput,
): Promise<Claimed> {
  await limit("moderation", actor.id);
  return writing([], async (tx) => {
    const { version } = await lockReview(tx, actor, id, null);
    await tx.review.update({
      where: { id },
      data: { claimedById: null, claimedUntil: null },
      select: { id: true },
    });
    return { review: id, version, until: null };
  });
}
