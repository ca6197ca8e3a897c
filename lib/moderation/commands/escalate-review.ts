import "server-only";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { EscalateReviewInput } from "../queue-schema";
import type { ClaimReviewInput } from "../schema";
import { canEscalate, canGiveBack } from "../triage";
import { lockReview } from "./locked-review";

/** Whether administrators alone decide it now. */
export type Escalated = { review: number; version: number; escalated: boolean };

/**
 * Passes what waits on to the administrators, with a word why: from now on they alone decide it.
 * @throws DomainError as `lockReview`, or the refusal of `canEscalate`
 */
export async function escalateReview(
  actor: Actor,
  { review: id, note }: EscalateReviewInput,
): Promise<Escalated> {
  await limit("moderation", actor.id);
  return writing([], async (tx) => {
    const { thing, escalated } = await lockReview(tx, actor, id, null);
    assertGranted(canEscalate(actor, { ...thing, escalated }));
    const { version } = await tx.review.update({
      where: { id },
      data: {
        escalatedAt: new Date(),
        escalatedById: actor.id,
        escalationNote: note,
        claimedById: null,
        claimedUntil: null,
        version: { increment: 1 },
      },
      select: { version: true },
    });
    return { review: id, version, escalated: true };
  });
}

/**
 * An administrator leaves it to the moderators after all, or who passed it on thinks better of it.
 * @throws DomainError as `lockReview`, or the refusal of `canGiveBack`
 */
export async function giveBackReview(
  actor: Actor,
  { review: id }: ClaimReviewInput,
): Promise<Escalated> {
  await limit("moderation", actor.id);
  return writing([], async (tx) => {
    const { thing, escalated, passedOnById } = await lockReview(tx, actor, id, null, {
      back: true,
    });
    assertGranted(canGiveBack(actor, { ...thing, escalated, passedOnById }));
    const { version } = await tx.review.update({
      where: { id },
      data: {
        escalatedAt: null,
        escalatedById: null,
        escalationNote: "",
        version: { increment: 1 },
      },
      select: { version: true },
    });
    return { review: id, version, escalated: false };
  });
}
