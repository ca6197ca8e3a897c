import "server-only";
import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/shared/viewer";
import { queueLimits } from "../queue-vocabulary";
import type { SavedReplies } from "../queue-view";
import { canKeepReply } from "../replies";
import { whatTheyModerate } from "./queue";

/**
 * The replies that this moderator has saved, by name, and whether there is room for another.
 * @throws DomainError as `whatTheyModerate`
 */
export async function listReplies(viewer: Viewer | null): Promise<SavedReplies> {
  await whatTheyModerate(viewer);
  const rows = await db.savedReply.findMany({
    where: { userId: viewer!.id },
    orderBy: { name: "asc" },
    take: queueLimits.replies,
    select: { id: true, name: true, text: true },
  });
  return {
    items: rows.map(({ id, ...rest }) => ({ reply: id, ...rest })),
    canKeep: canKeepReply({ others: rows.length, nameTaken: false }),
  };
}
