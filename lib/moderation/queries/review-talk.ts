import "server-only";
import { authorSelect, toAuthorView } from "@/lib/arguments/queries/hydrate";
import { db } from "@/lib/db/client";
import type { ReviewView } from "../view";

/** What moderators tell one another about a review: notes, and the word with which it was passed on. */
export async function talkOn(reviewId: number): Promise<Pick<ReviewView, "notes" | "passedOn">> {
  const { escalatedAt, escalatedBy, escalationNote, notes } = await db.review.findUniqueOrThrow({
    where: { id: reviewId },
    select: {
      escalatedAt: true,
      escalationNote: true,
      escalatedBy: { select: { name: true } },
      notes: {
        orderBy: { id: "asc" },
        take: 200,
        select: { text: true, createdAt: true, author: { select: authorSelect } },
      },
    },
  });
  return {
    passedOn: escalatedAt && {
      by: escalatedBy?.name ?? "",
      at: escalatedAt.toISOString(),
      note: escalationNote,
    },
    notes: notes.map(({ text, createdAt, author }) => ({
      by: toAuthorView(author),
      text,
      at: createdAt.toISOString(),
    })),
  };
}
