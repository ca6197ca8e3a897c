import type { DebateStatus } from "@/lib/debates/schema";

/**
 * Who may do what, and when: the whole table in one place. What is not in it is refused. The rules
 * of each feature word the refusal; a test walks every combination through the rules, the commands
 * and the API, and holds them to this table.
 */

/** Towards one argument or comment: its author is a role of its own, whatever else they are. */
export const roles = [
  "reader",
  "member",
  "author",
  "editor",
  "moderator",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

export type ArgumentState = "LIVE" | "ARCHIVED";

export const actions = [
  "submit",
  "reply",
  "vote",
  "comment",
  "edit",
  "archive",
  "restore",
  "editComment",
  "deleteComment",
  "importDebate",
  "flag",
  "reportError",
  "moderate",
  "curate",
  "lockThread",
  "featureArgument",
  "lockDebate",
  "slowDebate",
  "closeDebate",
  "reopenDebate",
  "featureDebate",
  "sanction",
  "suggest",
  "decideSuggestion",
  "createDebate",
  "editBrief",
  "confirmFacts",
  "publish",
  "claimReview",
  "releaseReview",
  "escalateReview",
  "giveBackReview",
  "haveBackReview",
  "decideEscalated",
  "decideMany",
  "noteReview",
  "reopenReview",
  "saveView",
  "deleteView",
  "saveReply",
  "changeReply",
  "deleteReply",
  "undoEntry",
  "endSanction",
  "appeal",
  "decideAppeal",
  "requestPurge",
  "confirmPurge",
  "withdrawPurge",
  "block",
  "unblock",
] as const;
export type Action = (typeof actions)[number];

type Line = {
  roles: readonly Role[];
  /** The state of the debate acted in; null where none is. */
  debate: readonly DebateStatus[] | null;
  /** The state of the argument acted upon; null where none is. */
  argument: readonly ArgumentState[] | null;
  /** Who may in a debate that is not published, besides. */
  drafting?: readonly Role[];
};

const everybodySignedIn = ["member", "author", "editor", "moderator", "administrator"] as const;
const everybodyElse = ["member", "editor", "moderator", "administrator"] as const;
const curators = ["author", "editor", "moderator", "administrator"] as const;

const moderators = ["moderator", "administrator"] as const;
const debateCurators = ["editor", ...moderators] as const;

const published = ["OPEN", "CLOSED", "ARCHIVED"] as const;

/** What waits for a decision, or was decided, of anybody else's. */
const inQueue: Line = {
  roles: debateCurators,
  debate: published,
  argument: ["LIVE", "ARCHIVED"],
};
const ofAdministrators: Line = { ...inQueue, roles: ["administrator"] };

export const policy: Record<Action, Line> = {
  submit: { roles: everybodySignedIn, debate: ["OPEN"], argument: null, drafting: ["editor"] },
  reply: { roles: everybodySignedIn, debate: ["OPEN"], argument: ["LIVE"], drafting: ["editor"] },
  vote: { roles: everybodyElse, debate: ["OPEN"], argument: ["LIVE"] },
  comment: { roles: everybodySignedIn, debate: ["OPEN"], argument: ["LIVE"] },
  edit: { roles: curators, debate: ["OPEN"], argument: ["LIVE"], drafting: ["editor"] },
  archive: { roles: curators, debate: ["OPEN"], argument: ["LIVE"], drafting: ["editor"] },
  restore: { roles: curators, debate: ["OPEN"], argument: ["ARCHIVED"], drafting: ["editor"] },
  editComment: { roles: ["author"], debate: ["OPEN"], argument: ["LIVE"] },
  deleteComment: { roles: ["author"], debate: ["OPEN"], argument: ["LIVE"] },
  flag: { roles: everybodyElse, debate: published, argument: ["LIVE"] },
  moderate: inQueue,
  reportError: { roles: everybodySignedIn, debate: ["OPEN", "CLOSED"], argument: null },
  curate: {
    roles: debateCurators,
    debate: published,
    argument: ["LIVE"],
  },
  lockThread: { roles: debateCurators, debate: ["OPEN"], argument: ["LIVE"] },
  featureArgument: { roles: debateCurators, debate: published, argument: ["LIVE"] },
  lockDebate: { roles: debateCurators, debate: ["OPEN"], argument: null },
  slowDebate: { roles: debateCurators, debate: ["OPEN"], argument: null },
  closeDebate: { roles: debateCurators, debate: ["OPEN"], argument: null },
  reopenDebate: { roles: debateCurators, debate: ["CLOSED"], argument: null },
  featureDebate: { roles: moderators, debate: ["OPEN", "CLOSED"], argument: null },
  sanction: { roles: moderators, debate: null, argument: null },
  suggest: { roles: everybodyElse, debate: ["OPEN"], argument: ["LIVE"] },
  decideSuggestion: inQueue,
  importDebate: { roles: moderators, debate: null, argument: null },
  /** Members too, where the site's setting DEBATES_BY lets them. */
  createDebate: { roles: moderators, debate: null, argument: null },
  editBrief: { roles: debateCurators, debate: ["DRAFT", "OPEN", "CLOSED"], argument: null },
  confirmFacts: {
    ...{ roles: curators, debate: ["OPEN", "CLOSED"], argument: ["LIVE"] },
    drafting: ["editor"],
  },
  publish: { roles: debateCurators, debate: ["DRAFT"], argument: null },
  claimReview: inQueue,
  releaseReview: inQueue,
  escalateReview: inQueue,
  /** What oneself passed on to the administrators. */
  haveBackReview: inQueue,
  /** What somebody else passed on to them. */
  giveBackReview: ofAdministrators,
  decideEscalated: ofAdministrators,
  decideMany: inQueue,
  noteReview: inQueue,
  /** One's own decision. */
  reopenReview: inQueue,
  saveView: { roles: debateCurators, debate: null, argument: null },
  deleteView: { roles: debateCurators, debate: null, argument: null },
  saveReply: { roles: debateCurators, debate: null, argument: null },
  /** One's own. */
  changeReply: { roles: debateCurators, debate: null, argument: null },
  deleteReply: { roles: debateCurators, debate: null, argument: null },
  undoEntry: inQueue,
  endSanction: { roles: moderators, debate: null, argument: null },
  /** Against what was done to a thing of one's own. */
  appeal: { roles: ["author"], debate: null, argument: null },
  /** What another moderator did. */
  decideAppeal: inQueue,
  requestPurge: ofAdministrators,
  /** What another administrator asked for. */
  confirmPurge: ofAdministrators,
  withdrawPurge: ofAdministrators,
  block: { roles: everybodyElse, debate: null, argument: null },
  unblock: { roles: everybodySignedIn, debate: null, argument: null },
};

/** What the table says of one combination. */
export function allows(
  action: Action,
  role: Role,
  debate: DebateStatus,
  argument: ArgumentState,
): boolean {
  const line = policy[action];
  const inDebate = line.debate === null || line.debate.includes(debate);
  const drafting = debate === "DRAFT" && (line.drafting?.includes(role) ?? false);
  return (
    ((line.roles.includes(role) && inDebate) || drafting) &&
    (line.argument === null || line.argument.includes(argument))
  );
}
