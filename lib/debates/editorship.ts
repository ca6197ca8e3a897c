import { mayTakePart } from "@/lib/moderation/sanctions";
import { granted, refused, type Permission } from "@/lib/shared/permission";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import type { DebateStatus } from "./schema";

/** What the rules need to know of a debate and who looks at it. */
export type DebatePlace = {
  debateStatus: DebateStatus;
  /** Whether the viewer is an editor of this debate. */
  viewerIsEditor: boolean;
};

type MaybeViewer = Viewer | null;

/**
 * Whether the viewer may make a debate from scratch.
 *
 * @param facts.by the site's setting DEBATES_BY
 * @param facts.isNew whether the viewer joined days ago or has hardly written anything
 */
export function canCreateDebate(
  viewer: MaybeViewer,
  { by, isNew }: { by: "moderators" | "members"; isNew: boolean },
): Permission {
  const permission = mayTakePart(viewer);
  if (!permission.granted) return permission;
  if (viewer && isModerator(viewer)) return granted;
  if (by === "moderators") return refused("MODERATORS_ONLY");
  return isNew ? refused("TOO_NEW") : granted;
}

/** Whether the viewer may write and correct the brief: an editor of the debate, a moderator. */
export function canEditBrief(viewer: MaybeViewer, place: DebatePlace): Permission {
  const permission = mayTakePart(viewer);
  if (!permission.granted) return permission;
  if (!place.viewerIsEditor && !(viewer && isModerator(viewer))) return refused("NOT_ALLOWED");
  return place.debateStatus === "ARCHIVED" ? refused("DEBATE_NOT_OPEN") : granted;
}

/** Whether the viewer may open a draft to everybody, or give it up. */
export function canPublish(viewer: MaybeViewer, place: DebatePlace): Permission {
  const permission = canEditBrief(viewer, place);
  if (!permission.granted) return permission;
  return place.debateStatus === "DRAFT" ? granted : refused("ALREADY_PUBLISHED");
}

/** Whether the sentence may change that the arguments are for or against. */
export function canChangeMotion(viewer: MaybeViewer, place: DebatePlace): Permission {
  const permission = canEditBrief(viewer, place);
  if (!permission.granted) return permission;
  return place.debateStatus === "DRAFT" ? granted : refused("MOTION_FIXED");
}

/** Whether a fact may go without a trace: never once readers have seen it. */
export function canRemoveFact(
  viewer: MaybeViewer,
  place: DebatePlace & { cited: boolean },
): Permission {
  const permission = canEditBrief(viewer, place);
  if (!permission.granted) return permission;
  if (place.debateStatus !== "DRAFT") return refused("FACT_PUBLISHED");
  return place.cited ? refused("FACT_CITED") : granted;
}

/** Whether the viewer may see who edits the debate: readers are not told (see MODERATORS_SHOWN). */
export function canSeeEditors(viewer: MaybeViewer, { viewerIsEditor }: DebatePlace): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  return viewerIsEditor || isModerator(viewer) ? granted : refused("NOT_ALLOWED");
}

/** Whether the viewer may take this editor's role away: the last one cannot leave by themselves. */
export function canRemoveEditor(
  viewer: MaybeViewer,
  place: DebatePlace & { editorId: number; editors: number },
): Permission {
  const permission = canEditBrief(viewer, place);
  if (!permission.granted) return permission;
  return place.editors <= 1 && viewer?.id === place.editorId ? refused("LAST_EDITOR") : granted;
}
