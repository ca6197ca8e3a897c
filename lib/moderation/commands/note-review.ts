import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { NoteReviewInput } from "../queue-schema";
import { canModerate } from "../rules";
import { lockReviewed, places } from "./locked-review";

/**
 * Adds a note that moderators alone read, also while somebody else keeps the review, and once it is
 * decided.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canModerate`
 */
export async function noteReview(
  actor: Actor,
  { review: reviewId, text }: NoteReviewInput,
): Promise<{ review: number; note: number }> {
  await limit("moderation", actor.id);
  return writing([], async (tx) => {
    await assertStanding(tx, actor);
    const review = await tx.review.findUnique({ where: { id: reviewId }, select: places });
    if (!review) throw new DomainError("NOT_FOUND");
    const { thing } = await lockReviewed(tx, review, actor.id);
    assertGranted(canModerate(actor, thing));
    const { id } = await tx.reviewNote.create({
      data: { reviewId, authorId: actor.id, text },
      select: { id: true },
    });
    return { review: reviewId, note: id };
  });
}
