import "server-only";
import { limit } from "@/lib/limits/limit";
import type { Viewer } from "@/lib/shared/viewer";

/**
 * Counts one search, or one comparison of titles: by person, for readers without an account by
 * network.
 * @throws DomainError TOO_MANY_REQUESTS with the seconds to wait
 */
export async function limitSearch(viewer: Viewer | null, network: string): Promise<void> {
  await (viewer ? limit("search", viewer.id) : limit("search-network", network));
}
