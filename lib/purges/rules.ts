import type { DebateStatus } from "@/lib/debates/schema";
import { granted, refused, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import type { PurgeState } from "./vocabulary";

type MaybeViewer = Viewer | null;

/** Whether the viewer may see what waits to be purged and what was: administrators alone. */
export function canSeePurges(viewer: MaybeViewer): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.role !== "ADMINISTRATOR") return refused("NOT_ALLOWED");
  if (viewer.scopes && !viewer.scopes.includes("moderate")) return refused("SCOPE_MISSING");
  return granted;
}

export type PurgeableFacts = {
  /** Null for what stands in no debate. */
  debateStatus: DebateStatus | null;
  /** Whose thing it is, or the person an entry is about; null for an entry about nobody. */
  authorId: number | null;
  /** What was asked before and not withdrawn, or already done; null for neither. */
  purge: "WAITING" | "DONE" | null;
};

/** Whether anything that was done to a thing can still be taken back: the law takes no step back. */
export function canComeBack(purge: PurgeableFacts["purge"]): Permission {
  if (purge === null) return granted;
  return refused(purge === "DONE" ? "PURGED" : "PURGE_WAITS");
}

/** Whether the viewer may ask for a purge: an administrator, and not of a thing of their own. */
export function canRequestPurge(viewer: MaybeViewer, facts: PurgeableFacts): Permission {
  const permission = canSeePurges(viewer);
  if (!permission.granted) return permission;
  if (facts.debateStatus === "DRAFT") return refused("DEBATE_NOT_OPEN");
  if (facts.authorId === viewer?.id) return refused("OWN_THING");
  return canComeBack(facts.purge);
}

export type PurgeFacts = Pick<PurgeableFacts, "debateStatus"> & {
  state: PurgeState;
  authorId: number | null;
  requestedById: number;
};

/** Whether the viewer may do it for good: another administrator than asked, and not the author. */
export function canConfirmPurge(viewer: MaybeViewer, facts: PurgeFacts): Permission {
  const permission = canWithdrawPurge(viewer, facts);
  if (!permission.granted) return permission;
  if (facts.requestedById === viewer?.id) return refused("OWN_PURGE");
  return granted;
}

/** Whether the viewer may give it up: any administrator but the author, until it is done. */
export function canWithdrawPurge(viewer: MaybeViewer, facts: PurgeFacts): Permission {
  const permission = canSeePurges(viewer);
  if (!permission.granted) return permission;
  if (facts.debateStatus === "DRAFT") return refused("DEBATE_NOT_OPEN");
  if (facts.state === "DONE") return refused("PURGED");
  if (facts.state === "WITHDRAWN") return refused("PURGE_WITHDRAWN");
  if (facts.authorId === viewer?.id) return refused("OWN_THING");
  return granted;
}

/** Where a purge stands. */
export function purgeStateOf(purge: {
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
}): PurgeState {
  if (purge.confirmedAt) return "DONE";
  return purge.withdrawnAt ? "WITHDRAWN" : "WAITING";
}
