import { describe, expect, test } from "vitest";
import {
  actions,
  allows,
  roles,
  type Action,
  type ArgumentState,
  type Role,
} from "@/lib/accounts/policy";
import { argumentPermissions, canSubmit } from "@/lib/arguments/rules";
import { canBlock, canUnblock } from "@/lib/blocks/rules";
import { debateStatuses, type DebateStatus } from "@/lib/debates/schema";
import { canCreateDebate, canEditBrief, canPublish } from "@/lib/debates/editorship";
import { canDeleteComment, canEditComment } from "@/lib/discussion/rules";
import { canImport } from "@/lib/interchange/rules";
import type { ArgumentPermissions } from "@/lib/arguments/view";
import { canCurateArgument, canCurateDebate } from "@/lib/moderation/curation";
import { canSanction } from "@/lib/moderation/sanctions";
import type { DebateAct } from "@/lib/moderation/vocabulary";
import {
  canAppeal,
  canDecideAppeal,
  canFlag,
  canModerate,
  canReportError,
  canUndo,
} from "@/lib/moderation/rules";
import {
  canEscalate,
  canGiveBack,
  canReopen,
  canSeeQueue,
  canTakeUp,
} from "@/lib/moderation/triage";
import { canConfirmPurge, canRequestPurge, canWithdrawPurge } from "@/lib/purges/rules";
import { canSuggest } from "@/lib/suggestions/rules";
import type { Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

const me = 7;
const base: Viewer = { id: me, handle: "me", name: "Me", role: "MEMBER", emailVerified: true };
const viewers: Record<Role, Viewer | null> = {
  reader: null,
  member: base,
  author: base,
  editor: base,
  moderator: { ...base, role: "MODERATOR" },
  administrator: { ...base, role: "ADMINISTRATOR" },
};

type Facts = { debateStatus: DebateStatus; authorId: number; viewerIsEditor: boolean };
const now = new Date();

const debateActs: Partial<Record<Action, DebateAct>> = {
  lockDebate: "LOCK",
  slowDebate: "SLOW",
  closeDebate: "CLOSE",
  reopenDebate: "REOPEN",
  featureDebate: "FEATURE",
};

/** What the rules of the queue, the log, purges and blocks say; null for an act that is none of theirs. */
function ofQueue(action: Action, viewer: Viewer | null, facts: Facts): Permission | null {
  const purge = { ...facts, state: "WAITING", requestedById: 1 } as const;
  const warned = { action: "WARN", personId: facts.authorId, at: now } as const;
  const standing = { undone: false, purge: null } as const;
  const onlyLooked = canModerate(viewer, facts);
  const rules: Partial<Record<Action, Permission>> = {
    claimReview: onlyLooked,
    releaseReview: onlyLooked,
    noteReview: onlyLooked,
    decideMany: onlyLooked,
    escalateReview: canEscalate(viewer, { ...facts, escalated: false }),
    giveBackReview: canGiveBack(viewer, { ...facts, escalated: true, passedOnById: 1 }),
    haveBackReview: canGiveBack(viewer, { ...facts, escalated: true, passedOnById: me }),
    decideEscalated: onlyLooked.granted ? canTakeUp(viewer, true) : onlyLooked,
    reopenReview: canReopen(viewer, { ...facts, ...standing, decidedById: me, corrected: false }),
    saveView: canSeeQueue(viewer, { edits: facts.viewerIsEditor }),
    deleteView: canSeeQueue(viewer, { edits: facts.viewerIsEditor }),
    saveReply: canSeeQueue(viewer, { edits: facts.viewerIsEditor }),
    changeReply: canSeeQueue(viewer, { edits: facts.viewerIsEditor }),
    deleteReply: canSeeQueue(viewer, { edits: facts.viewerIsEditor }),
    undoEntry: canUndo(viewer, { ...facts, ...standing, action: "WARN", target: "ARGUMENT" }),
    appeal: canAppeal(viewer, { ...warned, undone: false, appealed: false }, now),
    decideAppeal: canDecideAppeal(viewer, { ...facts, action: "WARN", decidedById: 1 }),
    requestPurge: canRequestPurge(viewer, { ...facts, purge: null }),
    confirmPurge: canConfirmPurge(viewer, purge),
    withdrawPurge: canWithdrawPurge(viewer, purge),
    block: canBlock(viewer, facts.authorId),
    unblock: canUnblock(viewer),
  };
  return rules[action] ?? null;
}

function ruled(
  action: Action,
  role: Role,
  debateStatus: DebateStatus,
  status: ArgumentState,
): Permission {
  const viewer = viewers[role];
  if (action === "importDebate") return canImport(viewer);
  const authorId = role === "author" ? me : 1;
  const viewerIsEditor = role === "editor";
  if (action === "flag")
    return canFlag(viewer, { debateStatus, live: status === "LIVE", authorId });
  if (action === "reportError") return canReportError(viewer, { debateStatus, struck: false });
  if (action === "moderate" || action === "decideSuggestion")
    return canModerate(viewer, { debateStatus, authorId, viewerIsEditor });
  if (action === "sanction" || action === "endSanction")
    return canSanction(viewer, { id: 1, role: "MEMBER" });
  const asked = ofQueue(action, viewer, { debateStatus, authorId, viewerIsEditor });
  if (asked) return asked;
  const life = { debateStatus, viewerIsEditor, locked: false, featured: false, slowMinutes: null };
  if (action in debateActs) return canCurateDebate(viewer, debateActs[action]!, life, 10);
  if (action === "lockThread" || action === "featureArgument") {
    const act = action === "lockThread" ? "LOCK" : "FEATURE";
    return canCurateArgument(viewer, act, { ...life, authorId, live: status === "LIVE" });
  }
  const open = { debateLocked: false, threadLocked: false, slowUntil: null };
  const comment = { ...open, debateStatus, argumentStatus: status, authorId, deleted: false };
  if (action === "submit") return canSubmit(viewer, { debateStatus, viewerIsEditor, ...open });
  if (action === "createDebate") return canCreateDebate(viewer, { by: "moderators", isNew: false });
  if (action === "editBrief") return canEditBrief(viewer, { debateStatus, viewerIsEditor });
  if (action === "publish") return canPublish(viewer, { debateStatus, viewerIsEditor });
  if (action === "editComment") return canEditComment(viewer, comment);
  if (action === "deleteComment") return canDeleteComment(viewer, comment);
  const facts = {
    debateStatus,
    status,
    authorId,
    depth: 2,
    viewerIsEditor,
    curated: false,
    ...open,
  };
  if (action === "suggest") return canSuggest(viewer, facts);
  return argumentPermissions(viewer, facts)[action as keyof ArgumentPermissions];
}

describe.each(actions)("The table and the rules agree on: %s", (action) => {
  test.each(roles)("as %s, in every state", (role) => {
    for (const debate of debateStatuses) {
      for (const argument of ["LIVE", "ARCHIVED"] as const) {
        const { granted } = ruled(action, role, debate, argument);
        expect(granted, `${debate} ${argument}`).toBe(allows(action, role, debate, argument));
      }
    }
  });
});
