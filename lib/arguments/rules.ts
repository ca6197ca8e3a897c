import { canAdd, type AddFacts } from "@/lib/debates/rules";
import type { DebateStatus } from "@/lib/debates/schema";
import { canComment } from "@/lib/discussion/rules";
import { mayTakePart } from "@/lib/moderation/sanctions";
import { canComeBack, type PurgeableFacts } from "@/lib/purges/rules";
import { granted, refused, together, type Permission } from "@/lib/shared/permission";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { canSuggest } from "@/lib/suggestions/rules";
import { canVote } from "@/lib/voting/rules";
import { canCurate } from "./placement";
import { argumentLimits } from "./vocabulary";
import type { ArgumentPermissions } from "./view";

/** What the rules need to know of an argument and where it stands. */
export type ArgumentFacts = {
  debateStatus: DebateStatus;
  status: "LIVE" | "ARCHIVED";
  authorId: number;
  /** How many steps below the motion: 1 for a direct argument. */
  depth: number;
  /** Whether the viewer is an editor of this debate. */
  viewerIsEditor: boolean;
  /** Archived by somebody else than its author. */
  curated: boolean;
  /** Hidden by its flags at once, for the first time, and no moderator has looked yet. */
  hiddenAtOnce?: boolean;
  /** Whether its words wait to be purged by law, or were; left out where it is shown. */
  purge?: PurgeableFacts["purge"];
  /** Whether it was published by accepting it, and that was taken back; left out where it is shown. */
  unaccepted?: boolean;
};

type MaybeViewer = Viewer | null;

type Place = Pick<ArgumentFacts, "debateStatus" | "viewerIsEditor">;

/** An open debate takes everybody's arguments, a draft those of its editors. */
function takesArguments({ debateStatus, viewerIsEditor }: Place): Permission {
  const drafting = debateStatus === "DRAFT" && viewerIsEditor;
  return debateStatus === "OPEN" || drafting ? granted : refused("DEBATE_NOT_OPEN");
}

function mayWrite(viewer: MaybeViewer, place: Place): Permission {
  return together(mayTakePart(viewer), takesArguments(place));
}

/** Whether the viewer may put an argument directly for or against the motion. */
export function canSubmit(
  viewer: MaybeViewer,
  facts: Place & Omit<AddFacts, "threadLocked">,
): Permission {
  const open = takesArguments(facts);
  const place = open.granted ? canAdd({ ...facts, threadLocked: false }) : open;
  return together(mayTakePart(viewer), place);
}

/** Whether the viewer may answer this argument with another. */
export function canReply(viewer: MaybeViewer, facts: ArgumentFacts & AddFacts): Permission {
  return together(mayTakePart(viewer), takesReplies(facts));
}

function takesReplies(facts: ArgumentFacts & AddFacts): Permission {
  const open = takesArguments(facts);
  if (!open.granted) return open;
  if (facts.status === "ARCHIVED") return refused("ARGUMENT_ARCHIVED");
  if (facts.depth >= argumentLimits.depth) return refused("TREE_TOO_DEEP");
  return canAdd(facts);
}

/**
 * Whether the viewer may change the words: their author, an editor of the debate, a moderator. What
 * was hidden at once its author may change, which brings it back.
 */
export function canEdit(viewer: MaybeViewer, facts: ArgumentFacts): Permission {
  const permission = mayWrite(viewer, facts);
  if (!permission.granted) return permission;
  const bringsBack = facts.hiddenAtOnce === true && viewer?.id === facts.authorId && !facts.purge;
  if (facts.status === "ARCHIVED" && !bringsBack) return refused("ARGUMENT_ARCHIVED");
  return curates(viewer, facts);
}

/** Whether the viewer may take the argument out of the tree, reversibly. */
export function canArchive(viewer: MaybeViewer, facts: ArgumentFacts): Permission {
  return canEdit(viewer, { ...facts, hiddenAtOnce: false });
}

/** Whether the viewer may put an archived argument back. Whom a curator overruled may appeal. */
export function canRestore(viewer: MaybeViewer, facts: ArgumentFacts): Permission {
  const permission = mayWrite(viewer, facts);
  if (!permission.granted) return permission;
  if (facts.status === "LIVE") return refused("ARGUMENT_NOT_ARCHIVED");
  if (facts.curated && viewer?.id === facts.authorId) return refused("ARCHIVED_BY_CURATOR");
  const curation = curates(viewer, facts);
  if (!curation.granted) return curation;
  return facts.unaccepted ? refused("NOT_ACCEPTED") : canComeBack(facts.purge ?? null);
}

/**
 * Whether the viewer may say that the argument still holds after a fact it cites was corrected: in a
 * closed debate too, where facts go on being corrected. It adds nothing to the debate.
 */
export function canConfirmFacts(viewer: MaybeViewer, facts: ArgumentFacts): Permission {
  const { debateStatus } = facts;
  return canEdit(viewer, {
    ...facts,
    debateStatus: debateStatus === "CLOSED" ? "OPEN" : debateStatus,
  });
}

function curates(viewer: MaybeViewer, facts: ArgumentFacts): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.id === facts.authorId || facts.viewerIsEditor || isModerator(viewer)) return granted;
  return refused("NOT_AUTHOR");
}

/** Everything a page needs to know about one argument's buttons. */
export function argumentPermissions(
  viewer: MaybeViewer,
  facts: ArgumentFacts & AddFacts,
): ArgumentPermissions {
  const { debateStatus, viewerIsEditor } = facts;
  const place = { ...facts, argumentStatus: facts.status };
  return {
    vote: canVote(viewer, place),
    reply: canReply(viewer, facts),
    comment: canComment(viewer, place),
    edit: canEdit(viewer, facts),
    archive: canArchive(viewer, facts),
    restore: canRestore(viewer, facts),
    confirmFacts: canConfirmFacts(viewer, facts),
    suggest: canSuggest(viewer, facts),
    curate: canCurate(viewer, { debateStatus, viewerIsEditor, argument: facts }),
  };
}
