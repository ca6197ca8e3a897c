import { granted, refused, type Permission } from "@/lib/shared/permission";
import type { SiteRole, Viewer } from "@/lib/shared/viewer";
import type { ModerationAction } from "./vocabulary";

/** What moderators do to a person, from the mildest on. */
export const sanctionKinds = [
  "SILENCE",
  "SUSPEND",
  "BAN",
] as const satisfies readonly ModerationAction[];
export type SanctionKind = (typeof sanctionKinds)[number];

/** For how many days somebody can be silenced or suspended. A ban lasts until it is taken back. */
export const sanctionDays = [1, 3, 7, 14, 30, 90, 365] as const;

export function isSanction(action: string): action is SanctionKind {
  return sanctionKinds.some((kind) => kind === action);
}

/** Whether the viewer may say anything at all: somebody who is silenced reads, drafts and appeals. */
export function mayTakePart(viewer: Viewer | null): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  return viewer.silenced ? refused("SILENCED", viewer.silenced) : granted;
}

/**
 * Whether the viewer may silence, suspend or ban a person, or take that back: moderators, never
 * themselves, and only administrators another moderator.
 */
export function canSanction(
  viewer: Viewer | null,
  person: { id: number; role: SiteRole },
): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("moderate")) return refused("SCOPE_MISSING");
  if (viewer.role === "MEMBER") return refused("NOT_ALLOWED");
  if (viewer.silenced) return refused("SILENCED", viewer.silenced);
  if (viewer.id === person.id) return refused("OWN_THING");
  if (viewer.role !== "ADMINISTRATOR" && person.role !== "MEMBER")
    return refused("FELLOW_MODERATOR");
  return granted;
}
