import type { ErrorCode } from "@/lib/shared/errors";
import type { Permission } from "@/lib/shared/permission";
import type { ReviewCause } from "./vocabulary";

/** What moderators see beside the queue itself. Times are ISO 8601 UTC. */

/** A part of the queue under a name; `query` is what its address says. */
export type SavedView = { view: number; name: string; query: string };

/** Words of a moderator's own for the public reason, under a name. */
export type SavedReply = { reply: number; name: string; text: string };

/** A moderator's replies by name, and whether another can be kept. */
export type SavedReplies = { items: SavedReply[]; canKeep: Permission };

/** How long things wait. Times of waiting are in hours. */
export type WaitsView = {
  waiting: { cause: ReviewCause; count: number; oldest: string }[];
  /** Of what was decided within the last 30 days; null when nothing was. */
  decided: { count: number; medianHours: number; ninetiethHours: number } | null;
  /** Of the same 30 days, the newest first; days without a decision are left out. */
  days: { day: string; count: number }[];
};

/** What several things would become, before anything is decided. */
export type BulkItem = {
  review: number;
  version: number;
  title: string;
  author: string | null;
  /** Why this one cannot be decided so; null when it can. */
  refused: string | null;
};

/** What became of one of several things: the entry of the log, or why nothing was done. */
export type OneDecided = {
  review: number;
  entry: number | null;
  refused: { code: ErrorCode | "UNEXPECTED"; message: string } | null;
};
