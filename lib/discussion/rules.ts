import { canBlock } from "@/lib/blocks/rules";
import { canAdd, type AddFacts } from "@/lib/debates/rules";
import type { DebateStatus } from "@/lib/debates/schema";
import { mayTakePart } from "@/lib/moderation/sanctions";
import { granted, refused, together, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import type { CommentView } from "./view";

/** Where a comment stands or would stand. */
export type CommentPlace = AddFacts & {
  debateStatus: DebateStatus;
  argumentStatus: "LIVE" | "ARCHIVED";
};

/** What the rules need to know of a comment that exists. */
export type CommentFacts = CommentPlace & {
  authorId: number;
  deleted: boolean;
  /** Hidden by its flags at once, for the first time, and no moderator has looked yet. */
  hiddenAtOnce?: boolean;
};

/** Whether the viewer may comment on an argument. */
export function canComment(viewer: Viewer | null, place: CommentPlace): Permission {
  const open = isTalkedAbout(place);
  return together(mayTakePart(viewer), open.granted ? canAdd(place) : open);
}

/** Comments stand below live arguments of open debates. */
function isTalkedAbout(place: Omit<CommentPlace, keyof AddFacts>): Permission {
  if (place.debateStatus !== "OPEN") return refused("DEBATE_NOT_OPEN");
  return place.argumentStatus === "LIVE" ? granted : refused("ARGUMENT_ARCHIVED");
}

/** Whether the viewer may answer this comment: nobody answers words that are gone. */
export function canReplyToComment(viewer: Viewer | null, facts: CommentFacts): Permission {
  const permission = canComment(viewer, facts);
  if (!permission.granted) return permission;
  return facts.deleted ? refused("COMMENT_DELETED") : granted;
}

/**
 * Whether the viewer may change these words: only who wrote them. What was hidden at once comes back
 * by that. A lock stops new ones alone.
 */
export function canEditComment(viewer: Viewer | null, facts: CommentFacts): Permission {
  const bringsBack = facts.hiddenAtOnce === true && viewer?.id === facts.authorId;
  const permission = together(mayTakePart(viewer), isTalkedAbout(facts));
  if (!permission.granted) return permission;
  if (facts.deleted && !bringsBack) return refused("COMMENT_DELETED");
  return viewer?.id === facts.authorId ? granted : refused("NOT_AUTHOR");
}

/** Whether the viewer may take these words away: only who wrote them. The thread stays. */
export function canDeleteComment(viewer: Viewer | null, facts: CommentFacts): Permission {
  return canEditComment(viewer, { ...facts, hiddenAtOnce: false });
}

/** Everything a page needs to know about one comment's buttons. */
export function commentPermissions(viewer: Viewer | null, facts: CommentFacts): CommentView["can"] {
  return {
    reply: canReplyToComment(viewer, facts),
    edit: canEditComment(viewer, facts),
    delete: canDeleteComment(viewer, facts),
    block: canBlock(viewer, facts.authorId),
  };
}
