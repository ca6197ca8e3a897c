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
import { debateStatuses, type DebateStatus } from "@/lib/debates/schema";
import { canCreateDebate, canEditBrief, canPublish } from "@/lib/debates/editorship";
import { canDeleteComment, canEditComment } from "@/lib/discussion/rules";
import { canImport } from "@/lib/interchange/rules";
import type { ArgumentPermissions } from "@/lib/arguments/view";
import { canCurateArgument, canCurateDebate } from "@/lib/moderation/curation";
import { canSanction } from "@/lib/moderation/sanctions";
import type { DebateAct } from "@/lib/moderation/vocabulary";
import { canFlag, canModerate, canReportError } from "@/lib/moderation/rules";
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

const debateActs: Partial<Record<Action, DebateAct>> = {
  lockDebate: "LOCK",
  slowDebate: "SLOW",
  closeDebate: "CLOSE",
  reopenDebate: "REOPEN",
  featureDebate: "FEATURE",
};

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
  if (action === "sanction") return canSanction(viewer, { id: 1, role: "MEMBER" });
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
