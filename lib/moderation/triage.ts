import { canComeBack } from "@/lib/purges/rules";
import { granted, refused, type Permission } from "@/lib/shared/permission";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { canWaitAgain } from "@/lib/suggestions/taken-back";
import type { SuggestionStatus } from "@/lib/suggestions/vocabulary";
import { canModerate, type CurationFacts, type UndoFacts } from "./rules";
import { reasonWeight, scoreOf } from "./urgency";
import type { FlagReason } from "./vocabulary";

/** Working through the queue: what is hidden at once, and what is for administrators. Pure. */

type MaybeViewer = Viewer | null;

/**
 * Whether the viewer works through the queue at all, and keeps views of it: moderators, and whoever
 * edits a debate.
 */
export function canSeeQueue(viewer: MaybeViewer, { edits }: { edits: boolean }): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("moderate")) return refused("SCOPE_MISSING");
  return edits || isModerator(viewer) ? granted : refused("NOT_ALLOWED");
}

/** Whether the viewer may take up what waits: what was passed on to administrators, only they. */
export function canTakeUp(viewer: MaybeViewer, escalated: boolean): Permission {
  return escalated && viewer?.role !== "ADMINISTRATOR" ? refused("ESCALATED") : granted;
}

/** Whether the viewer may pass a thing that waits on to the administrators: once. */
export function canEscalate(
  viewer: MaybeViewer,
  facts: CurationFacts & { escalated: boolean },
): Permission {
  const permission = canModerate(viewer, facts);
  if (!permission.granted) return permission;
  return facts.escalated ? refused("ESCALATED_BEFORE") : granted;
}

/** Whether the viewer may give it back to the moderators: an administrator, and who passed it on. */
export function canGiveBack(
  viewer: MaybeViewer,
  facts: CurationFacts & { escalated: boolean; passedOnById: number | null },
): Permission {
  const permission = canModerate(viewer, facts);
  if (!permission.granted) return permission;
  if (!facts.escalated) return refused("NOT_ESCALATED");
  return viewer?.id === facts.passedOnById ? granted : canTakeUp(viewer, true);
}

/** Whether the viewer may take back a decision in the queue, so that the thing waits again. */
export function canReopen(
  viewer: MaybeViewer,
  facts: UndoFacts & {
    decidedById: number | null;
    /** Closed by a correction of the brief, which stands. */
    corrected: boolean;
  },
): Permission {
  const permission = canModerate(viewer, facts);
  if (!permission.granted) return permission;
  if (facts.corrected) return refused("EDIT_AGAIN");
  if (viewer?.id !== facts.decidedById) return refused("NOT_YOUR_DECISION");
  if (facts.undone) return refused("ALREADY_UNDONE");
  const comesBack = canComeBack(facts.purge);
  return comesBack.granted && facts.decided ? canWaitAgain(facts.decided) : comesBack;
}

/** Whether the viewer may take back what they asked the author of what waits: until it is answered. */
export function canTakeQuestionBack(
  viewer: MaybeViewer,
  facts: CurationFacts & {
    decidedById: number | null;
    status: SuggestionStatus;
    /** Whether it is the last thing that was asked. */
    last: boolean;
  },
): Permission {
  const permission = canModerate(viewer, facts);
  if (!permission.granted) return permission;
  if (viewer?.id !== facts.decidedById) return refused("NOT_YOUR_DECISION");
  return facts.status === "ASKED_BACK" && facts.last ? granted : refused("QUESTION_ANSWERED");
}

type Weighed = { reason: FlagReason; weight: number };

/**
 * Whether flags hide a thing before anybody has looked: when they weigh enough together, and once.
 *
 * @param threshold 0 for never
 */
export function hidesAtOnce(
  flags: readonly Weighed[],
  { threshold, hiddenBefore }: { threshold: number; hiddenBefore: boolean },
): boolean {
  return threshold > 0 && !hiddenBefore && scoreOf(flags) >= threshold;
}

/** The reason that weighs most; the graver one of two that weigh the same. */
export function heaviestReason(flags: readonly Weighed[]): FlagReason {
  const sums = new Map<FlagReason, number>();
  for (const flag of flags) {
    sums.set(flag.reason, (sums.get(flag.reason) ?? 0) + scoreOf([flag]));
  }
  const [heaviest] = [...sums].sort(
    ([a, sum], [b, other]) => other - sum || reasonWeight[b] - reasonWeight[a],
  );
  return heaviest?.[0] ?? "OTHER";
}

/** Reasons that moderators are mailed at once. */
export const urgentReasons: readonly FlagReason[] = ["ILLEGAL", "PRIVATE_INFORMATION"];
