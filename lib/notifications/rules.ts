import { granted, refused, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { mostFollowed } from "./vocabulary";

/** Whether the viewer may mark notifications as read and choose what is mailed: their own, always. */
export function canManage(viewer: Viewer | null): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  return granted;
}

/**
 * Whether the viewer may follow one more debate.
 * @param following how many they follow, this one aside
 */
export function canFollow(viewer: Viewer | null, following: number): Permission {
  const permission = canManage(viewer);
  if (!permission.granted) return permission;
  return following < mostFollowed ? granted : refused("FOLLOWS_FULL");
}
