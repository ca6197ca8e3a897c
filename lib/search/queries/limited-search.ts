import "server-only";
import { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import { limitSearch } from "../limit";
import type { SearchInput } from "../schema";
import type { SearchResult } from "../view";
import { search } from "./search";

/** What was found; or, after too many searches, when the next one is answered. */
export type LimitedSearch = SearchResult | { waitSeconds: number };

/** A search from a page, counted like one of the API's. An empty one only shows the form. */
export async function limitedSearch(
  input: SearchInput,
  viewer: Viewer | null,
  network: string,
): Promise<LimitedSearch> {
  try {
    if (input.q !== "") await limitSearch(viewer, network);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "TOO_MANY_REQUESTS") throw error;
    return { waitSeconds: error.details.retryAfterSeconds ?? 60 };
  }
  return search(input);
}
