import type { ExportFormat } from "./schema";
import type { PreparedState } from "./vocabulary";

/** A debate's file that is prepared for the viewer. Times are ISO 8601 UTC. */
export type PreparedExportView = {
  id: string;
  debate: { slug: string; title: string };
  format: ExportFormat;
  state: PreparedState;
  /** While it is written: items of the debate that were read, out of how many. */
  progress: { done: number; total: number } | null;
  /** The size of the file, once it is ready. */
  bytes: number | null;
  createdAt: string;
  finishedAt: string | null;
  /** Until when it can be taken. */
  expiresAt: string | null;
};
