import type { DebateStatus } from "@/lib/debates/schema";
import { canComeBack, type PurgeableFacts } from "@/lib/purges/rules";
import { granted, refused, type Permission } from "@/lib/shared/permission";
import { isModerator, type SiteRole, type Viewer } from "@/lib/shared/viewer";
import { canWaitAgain, type DecidedFacts } from "@/lib/suggestions/taken-back";
import { canSanction, isSanction, mayTakePart } from "./sanctions";
import { moderationLimits } from "./vocabulary";
import {
  appealable,
  undoable,
  type ModerationAction,
  type ModerationTarget,
  type Undoable,
} from "./vocabulary";

type MaybeViewer = Viewer | null;

export type FlagFacts = {
  /** Null for a person, who stands in no debate. */
  debateStatus: DebateStatus | null;
  /** Whether the thing is still shown. */
  live: boolean;
  /** Whose thing it is, or the person. */
  authorId: number;
};

/** Whether the viewer may tell moderators that something is wrong with this. */
export function canFlag(viewer: MaybeViewer, facts: FlagFacts): Permission {
  const permission = mayTakePart(viewer);
  if (!permission.granted) return permission;
  if (facts.debateStatus === "DRAFT") return refused("DEBATE_NOT_OPEN");
  if (viewer?.id === facts.authorId) return refused("OWN_THING");
  if (!facts.live) return refused("NOTHING_TO_FLAG");
  return granted;
}

export type ReportFacts = {
  debateStatus: DebateStatus;
  /** Whether it is a fact that was struck. */
  struck: boolean;
};

/** Whether a debate's brief is still corrected, and so takes reports of errors. */
export function takesReports(debateStatus: DebateStatus): boolean {
  return debateStatus === "OPEN" || debateStatus === "CLOSED";
}

/** Whether the viewer may report an error in a brief or in one of its facts; its editors too. */
export function canReportError(viewer: MaybeViewer, facts: ReportFacts): Permission {
  const permission = mayTakePart(viewer);
  if (!permission.granted) return permission;
  if (!takesReports(facts.debateStatus)) return refused("DEBATE_NOT_OPEN");
  return facts.struck ? refused("FACT_STRUCK") : granted;
}

export type CurationFacts = {
  /** Null for a person, who stands in no debate. */
  debateStatus: DebateStatus | null;
  /** Whose thing it is, or the person acted upon; null for a debate. */
  authorId: number | null;
  /** Whether the viewer is an editor of the debate it stands in. */
  viewerIsEditor: boolean;
  /** What the person acted upon is on the site; null or left out for what is no person. */
  personRole?: SiteRole | null;
};

/**
 * Whether the viewer may act as a moderator on this: site moderators anywhere, editors in their
 * debates, and nobody on a thing of their own.
 */
export function canModerate(viewer: MaybeViewer, facts: CurationFacts): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("moderate")) return refused("SCOPE_MISSING");
  if (!facts.viewerIsEditor && !isModerator(viewer)) return refused("NOT_ALLOWED");
  if (viewer.silenced) return refused("SILENCED", viewer.silenced);
  if (facts.debateStatus === "DRAFT") return refused("DEBATE_NOT_OPEN");
  if (facts.authorId === viewer.id) return refused("OWN_THING");
  return granted;
}

/** Whether the viewer may decide an appeal: a moderator, and another one than decided first. */
export function canDecideAppeal(
  viewer: MaybeViewer,
  facts: CurationFacts & { decidedById: number | null; action?: ModerationAction },
): Permission {
  const permission = canModerate(viewer, facts);
  if (!permission.granted) return permission;
  if (viewer?.id === facts.decidedById) return refused("OWN_DECISION");
  return facts.action ? mayTakeBack(viewer, facts.action, facts) : granted;
}

export type AppealFacts = {
  action: ModerationAction;
  personId: number | null;
  at: Date;
  undone: boolean;
  appealed: boolean;
};

/** Whether the viewer may appeal against this: whose thing it was, once, within 14 days. */
export function canAppeal(viewer: MaybeViewer, facts: AppealFacts, now: Date): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  if (viewer.id !== facts.personId) return refused("NOT_AUTHOR");
  if (!appealable.includes(facts.action)) return refused("NOTHING_TO_APPEAL");
  if (facts.undone) return refused("ALREADY_UNDONE");
  if (facts.appealed) return refused("APPEALED_BEFORE");
  const days = (now.getTime() - facts.at.getTime()) / 86_400_000;
  if (days > moderationLimits.appealDays) return refused("APPEAL_TOO_LATE");
  return granted;
}

/**
 * Whether the viewer may say that a reported error is corrected: who moderates, once an entry of the
 * log shows it.
 */
export function canCloseCorrected(
  viewer: MaybeViewer,
  facts: CurationFacts & { correction: number | null },
): Permission {
  const permission = canModerate(viewer, facts);
  if (!permission.granted) return permission;
  return facts.correction === null ? refused("NOT_CORRECTED") : granted;
}

/** An entry that somebody would take back, and whether the thing waits to be purged or was. */
export type UndoFacts = CurationFacts &
  Pick<PurgeableFacts, "purge"> & {
    undone: boolean;
    /** What waited and was decided by it; null or left out where nothing did. */
    decided?: DecidedFacts | null;
  };

/**
 * Whether the viewer may take an entry's action back. A brief is edited again instead, and what waits
 * again is decided anew.
 */
export function canUndo(
  viewer: MaybeViewer,
  facts: UndoFacts & {
    action: ModerationAction;
    target: ModerationTarget;
    /** It took a decision on what waited back itself. */
    waitsAgain?: boolean;
  },
): Permission {
  const permission = canModerate(viewer, facts);
  if (!permission.granted) return permission;
  if (facts.undone) return refused("ALREADY_UNDONE");
  if (changesBrief(facts)) return refused("EDIT_AGAIN");
  if (facts.waitsAgain) return refused("DECIDE_AGAIN");
  if (!isUndoable(facts.action)) return refused("NOTHING_TO_UNDO");
  const comesBack = canComeBack(facts.purge);
  if (!comesBack.granted) return comesBack;
  if (isAnswer(facts.action)) {
    return facts.decided ? canWaitAgain(facts.decided) : refused("NOTHING_TO_UNDO");
  }
  return mayTakeBack(viewer, facts.action, facts);
}

/** Whether all that an entry did was to answer what waited. */
function isAnswer(action: ModerationAction): boolean {
  return action === "APPROVE" || action === "DECLINE";
}

/** Whether an entry is about what a brief says. */
export function changesBrief(entry: {
  action: ModerationAction;
  target: ModerationTarget;
}): boolean {
  return entry.target === "DEBATE" && (entry.action === "EDIT" || entry.action === "CORRECT");
}

/** Who may not sanction somebody may not end it either. */
function mayTakeBack(
  viewer: MaybeViewer,
  action: ModerationAction,
  { authorId, personRole }: CurationFacts,
): Permission {
  if (!isSanction(action) || authorId === null) return granted;
  return canSanction(viewer, { id: authorId, role: personRole ?? "ADMINISTRATOR" });
}

/** Whether another entry can take this back. */
export function isUndoable(action: ModerationAction): action is Undoable {
  return undoable.some((one) => one === action);
}
