import { granted, refused, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

/** Whether the viewer may see and steer the work in the background: administrators alone. */
export function canAdminister(viewer: Viewer | null): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.role !== "ADMINISTRATOR") return refused("NOT_ALLOWED");
  if (viewer.scopes && !viewer.scopes.includes("moderate")) return refused("SCOPE_MISSING");
  return granted;
}
