import "server-only";
import { db } from "@/lib/db/client";
import { slugSchema, type DebateStatus } from "@/lib/debates/schema";
import { newSince } from "@/lib/debates/visits";
import { isModerator, type Viewer } from "@/lib/shared/viewer";

/** What every reading of a debate needs: which one, who reads, and when they last did. */
export type ReadingContext = {
  debate: { id: number; slug: string; status: DebateStatus };
  viewer: Viewer | null;
  viewerIsEditor: boolean;
  /** What came after this moment is new to the viewer; null marks nothing. */
  newSince: Date | null;
};

/**
 * One statement whatever the debate's size.
 *
 * @param which the debate's slug or id
 * @returns null when there is no such debate or the viewer may not see it (drafts: editors only)
 */
export async function readingContext(
  which: { slug: string } | { id: number },
  viewer: Viewer | null,
): Promise<ReadingContext | null> {
  if ("slug" in which && !slugSchema.safeParse(which.slug).success) return null;
  const userId = viewer?.id ?? 0;
  const debate = await db.debate.findUnique({
    where: which,
    select: {
      id: true,
      slug: true,
      status: true,
      roles: { where: { userId, role: "EDITOR" }, select: { userId: true } },
      visits: { where: { userId }, select: { seenAt: true, previousAt: true } },
    },
  });
  if (!debate) return null;
  const viewerIsEditor = debate.roles.length > 0;
  if (debate.status === "DRAFT" && !viewerIsEditor && !(viewer && isModerator(viewer))) return null;
  return {
    debate: { id: debate.id, slug: debate.slug, status: debate.status },
    viewer,
    viewerIsEditor,
    newSince: newSince(debate.visits[0], new Date()),
  };
}
