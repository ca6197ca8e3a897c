import { granted, refused, type Permission } from "@/lib/shared/permission";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import type { PreparedState } from "./vocabulary";

/**
 * Whether the viewer may bring a debate in from a file: it puts words into the mouths of many, so
 * moderators and administrators only.
 */
export function canImport(viewer: Viewer | null): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  return isModerator(viewer) ? granted : refused("NOT_ALLOWED");
}

/** Whether the viewer may have a file prepared of a debate that they may read. */
export function canPrepareExport(viewer: Viewer | null): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  return granted;
}

/** Whether a prepared file can be taken. */
export function canTakePrepared(state: PreparedState): Permission {
  if (state === "READY") return granted;
  if (state === "EXPIRED") return refused("EXPORT_EXPIRED");
  return refused(state === "OUTDATED" ? "EXPORT_OUTDATED" : "EXPORT_NOT_READY");
}

type Kept = {
  state: "WAITING" | "RUNNING" | "READY" | "FAILED";
  expiresAt: Date | null;
  /** Whether words that may stand in it were hidden or deleted since. */
  outdated: boolean;
};

/** How a prepared file stands at a moment. */
export function preparedStateOf({ state, expiresAt, outdated }: Kept, now: Date): PreparedState {
  if (state !== "READY") return state;
  if (expiresAt !== null && expiresAt <= now) return "EXPIRED";
  return outdated ? "OUTDATED" : "READY";
}
