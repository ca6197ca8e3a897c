import { granted, refused, type Permission } from "@/lib/shared/permission";
import { isModerator, type Viewer } from "@/lib/shared/viewer";

/**
 * Whether the viewer may bring a debate in from a file: it puts words into the mouths of many, so
 * moderators and administrators only.
 */
export function canImport(viewer: Viewer | null): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  return isModerator(viewer) ? granted : refused("NOT_ALLOWED");
}
