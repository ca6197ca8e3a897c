import "server-only";
import { limitSearch } from "@/lib/search/limit";
import type { Page } from "@/lib/shared/cursor";
import { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import type { LogListInput } from "../log-schema";
import type { LogEntryView } from "../log-view";
import { listLog } from "./log";

/**
 * A page of the log, or after too many searches for words when the next one is answered: they are
 * counted with the site's other searches.
 */
export async function limitedLog(
  input: LogListInput,
  viewer: Viewer | null,
  network: string,
): Promise<Page<LogEntryView> | { waitSeconds: number }> {
  try {
    if (input.q !== "") await limitSearch(viewer, network);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "TOO_MANY_REQUESTS") throw error;
    return { waitSeconds: error.details.retryAfterSeconds ?? 60 };
  }
  return listLog(input);
}
