import type { DebateStatus } from "@/lib/debates/schema";
import { granted, refused, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import type { CommentView } from "./view";

/** Where a comment stands or would stand. */
export type CommentPlace = { debateStatus: DebateStatus; argumentStatus: "LIVE" | "ARCHIVED" };

/** What the rules need to know of a comment that exists. */
export type CommentFacts = CommentPlace & { authorId: number; deleted: boolean };

/** Whether the viewer may comment on an argument. */
export function canComment(viewer: Viewer | null, place: CommentPlace): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  if (place.debateStatus !== "OPEN") return refused("DEBATE_NOT_OPEN");
  if (place.argumentStatus !== "LIVE") return refused("ARGUMENT_ARCHIVED");
  return granted;
}

/** Whether the viewer may answer this comment: nobody answers words that are gone. */
export function canReplyToComment(viewer: Viewer | null, facts: CommentFacts): Permission {
  const permission = canComment(viewer, facts);
  if (!permission.granted) return permission;
  return facts.deleted ? refused("COMMENT_DELETED") : granted;
}

/** Whether the viewer may change these words: only who wrote them. */
export function canEditComment(viewer: Viewer | null, facts: CommentFacts): Permission {
  const permission = canReplyToComment(viewer, facts);
  if (!permission.granted) return permission;
  return viewer?.id === facts.authorId ? granted : refused("NOT_AUTHOR");
}

/** Whether the viewer may take these words away: only who wrote them. The thread stays. */
export function canDeleteComment(viewer: Viewer | null, facts: CommentFacts): Permission {
  return canEditComment(viewer, facts);
}

/** Everything a page needs to know about one comment's buttons. */
export function commentPermissions(viewer: Viewer | null, facts: CommentFacts): CommentView["can"] {
  return {
    reply: canReplyToComment(viewer, facts),
    edit: canEditComment(viewer, facts),
    delete: canDeleteComment(viewer, facts),
  };
}
