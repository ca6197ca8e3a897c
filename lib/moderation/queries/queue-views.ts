import "server-only";
import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/shared/viewer";
import { queueLimits } from "../queue-vocabulary";
import type { SavedView } from "../queue-view";
import { whatTheyModerate } from "./queue";

/**
 * The parts of the queue that this moderator has saved, by name.
 * @throws DomainError as `whatTheyModerate`
 */
export async function listViews(viewer: Viewer | null): Promise<SavedView[]> {
  await whatTheyModerate(viewer);
  const rows = await db.queueView.findMany({
    where: { userId: viewer!.id },
    orderBy: { name: "asc" },
    take: queueLimits.views,
    select: { id: true, name: true, query: true },
  });
  return rows.map(({ id, ...rest }) => ({ view: id, ...rest }));
}
