import { granted, refused, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

/** Whether the viewer may block this person for themselves: anybody else, moderators included. */
export function canBlock(viewer: Viewer | null, personId: number): Permission {
  const permission = canUnblock(viewer);
  if (!permission.granted) return permission;
  return viewer?.id === personId ? refused("ONESELF") : granted;
}

/** Whether the viewer may change whom they block. */
export function canUnblock(viewer: Viewer | null): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  return granted;
}
