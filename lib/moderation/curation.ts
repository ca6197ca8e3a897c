import type { DebateStatus } from "@/lib/debates/schema";
import { granted, refused, type Permission } from "@/lib/shared/permission";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { canModerate, type CurationFacts } from "./rules";
import type { ArgumentAct, DebateAct } from "./vocabulary";

/** A debate's life, as its curators change it. */
export type DebateLife = {
  debateStatus: DebateStatus;
  locked: boolean;
  featured: boolean;
  slowMinutes: number | null;
};

type DebateFacts = DebateLife & Pick<CurationFacts, "viewerIsEditor">;

/**
 * Whether the viewer may do this to a whole debate: its editors and moderators. The front page is the
 * site's, so only moderators choose what it features.
 *
 * @param minutes slow mode as it would be; null for off
 */
export function canCurateDebate(
  viewer: Viewer | null,
  act: DebateAct,
  facts: DebateFacts,
  minutes: number | null = null,
): Permission {
  const permission = canModerate(viewer, { ...facts, authorId: null });
  if (!permission.granted) return permission;
  const { debateStatus, locked, featured, slowMinutes } = facts;
  if (act === "REOPEN") return debateStatus === "CLOSED" ? granted : refused("DEBATE_NOT_CLOSED");
  if (act === "FEATURE") {
    if (!viewer || !isModerator(viewer)) return refused("NOT_ALLOWED");
    if (debateStatus === "ARCHIVED") return refused("DEBATE_NOT_OPEN");
    return featured ? refused("FEATURED_ALREADY") : granted;
  }
  if (debateStatus !== "OPEN") return refused("DEBATE_NOT_OPEN");
  if (act === "LOCK" && locked) return refused("LOCKED_ALREADY");
  if (act === "SLOW" && slowMinutes === minutes) return refused("SLOW_ALREADY");
  return granted;
}

export type ArgumentLife = { live: boolean; locked: boolean; featured: boolean };

/** Whether the viewer may lock the thread below this argument, or put it first on its side. */
export function canCurateArgument(
  viewer: Viewer | null,
  act: ArgumentAct,
  facts: ArgumentLife & CurationFacts,
): Permission {
  const permission = canModerate(viewer, facts);
  if (!permission.granted) return permission;
  if (!facts.live) return refused("ARGUMENT_ARCHIVED");
  if (act === "LOCK") {
    if (facts.debateStatus !== "OPEN") return refused("DEBATE_NOT_OPEN");
    return facts.locked ? refused("LOCKED_ALREADY") : granted;
  }
  return facts.featured ? refused("FEATURED_ALREADY") : granted;
}
