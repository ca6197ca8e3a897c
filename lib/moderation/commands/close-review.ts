import "server-only";
import type { Transaction } from "@/lib/db/client";
import { tellReporters } from "./append-entry";

type Closing = {
  id: number;
  actorId: number;
  /** What the log says was done. */
  entryId: number;
  /** Whether the flags were right. */
  outcome: "UPHELD" | "DECLINED";
};

/** Ends a review that is locked: the flags are decided, and whoever raised them hears of it. */
export async function closeReview(
  tx: Transaction,
  { id, actorId, entryId, outcome }: Closing,
): Promise<void> {
  await tellReporters(tx, id, entryId);
  const now = new Date();
  await tx.flag.updateMany({ where: { reviewId: id }, data: { outcome, decidedAt: now } });
  await tx.review.update({
    where: { id },
    data: {
      status: "DECIDED",
      decidedAt: now,
      decidedById: actorId,
      entryId,
      claimedById: null,
      claimedUntil: null,
      version: { increment: 1 },
    },
    select: { id: true },
  });
}
