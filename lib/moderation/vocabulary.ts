import type {
  FlagReason as StoredReason,
  ModerationAction as StoredAction,
  ModerationGround as StoredGround,
  ModerationTarget as StoredTarget,
  ReviewCause as StoredCause,
} from "@/lib/db/generated/enums";

/** The words of moderation, as the database has them. */

export const moderationTargets = [
  "DEBATE",
  "ARGUMENT",
  "COMMENT",
  "PERSON",
] as const satisfies readonly StoredTarget[];
export type ModerationTarget = (typeof moderationTargets)[number];

/** What a flag says is wrong. */
export const flagReasons = [
  "SPAM",
  "OFF_TOPIC",
  "UNCIVIL",
  "MISINFORMATION",
  "DUPLICATE",
  "PRIVATE_INFORMATION",
  "ILLEGAL",
  "OTHER",
] as const satisfies readonly StoredReason[];
export type FlagReason = (typeof flagReasons)[number];

/** Why something was done, in public. */
export const moderationGrounds = [
  "SPAM",
  "OFF_TOPIC",
  "UNCIVIL",
  "MISINFORMATION",
  "DUPLICATE",
  "PRIVATE_INFORMATION",
  "ILLEGAL",
  "QUALITY",
  "NO_BREACH",
  "OTHER",
] as const satisfies readonly StoredGround[];
export type ModerationGround = (typeof moderationGrounds)[number];

export const moderationActions = [
  "KEEP",
  "HIDE",
  "ARCHIVE",
  "RESTORE",
  "EDIT",
  "MARK",
  "WARN",
  "UPHOLD",
  "OVERTURN",
  "APPROVE",
  "DECLINE",
  "MOVE",
  "MERGE",
  "SPLIT",
  "LINK",
  "FEATURE",
  "LOCK",
  "SILENCE",
  "SUSPEND",
  "BAN",
  "SLOW",
  "CLOSE",
  "REOPEN",
  "CORRECT",
  "PURGE",
] as const satisfies readonly StoredAction[];
export type ModerationAction = (typeof moderationActions)[number];

/** Why a thing waits for a moderator. */
export const reviewCauses = [
  "FLAG",
  "APPEAL",
  "SUGGESTION",
  "FIRST",
  "HELD",
] as const satisfies readonly StoredCause[];
export type ReviewCause = (typeof reviewCauses)[number];

/** Actions that take something away from somebody, who may appeal. */
export const appealable: readonly ModerationAction[] = [
  "HIDE",
  "ARCHIVE",
  "EDIT",
  "MARK",
  "WARN",
  "DECLINE",
  "MOVE",
  "MERGE",
  "SPLIT",
  "LOCK",
  "SILENCE",
  "SUSPEND",
  "BAN",
];

/** Actions that another entry can take back. */
export const undoable = [
  "HIDE",
  "ARCHIVE",
  "RESTORE",
  "EDIT",
  "MARK",
  "MOVE",
  "MERGE",
  "SPLIT",
  "LINK",
  "WARN",
  "APPROVE",
  "DECLINE",
  "LOCK",
  "FEATURE",
  "SLOW",
  "CLOSE",
  "REOPEN",
  "SILENCE",
  "SUSPEND",
  "BAN",
] as const satisfies readonly ModerationAction[];
export type Undoable = (typeof undoable)[number];

/**
 * What of a thing an action changes: of several changes of one kind the last is taken back first.
 * Actions without a kind change nothing that another could depend on.
 */
export const changes: Partial<
  Record<ModerationAction, "VISIBILITY" | "PLACE" | "WORDS" | "MARKS" | "STATUS" | "SLOW">
> = {
  HIDE: "VISIBILITY",
  ARCHIVE: "VISIBILITY",
  RESTORE: "VISIBILITY",
  MERGE: "VISIBILITY",
  MOVE: "PLACE",
  EDIT: "WORDS",
  SPLIT: "WORDS",
  MARK: "MARKS",
  CLOSE: "STATUS",
  REOPEN: "STATUS",
  SLOW: "SLOW",
};

/** What a moderator can decide of a thing that waits. */
export const decisions = [
  "KEEP",
  "HIDE",
  "ARCHIVE",
  "WARN",
  "SILENCE",
  "SUSPEND",
  "BAN",
] as const satisfies readonly ModerationAction[];
export type Decision = (typeof decisions)[number];

/** What a flag can say is wrong with a thing. */
export function reasonsFor(target: ModerationTarget): readonly FlagReason[] {
  if (target === "ARGUMENT") return flagReasons;
  if (target === "DEBATE") return ["MISINFORMATION", "PRIVATE_INFORMATION", "ILLEGAL", "OTHER"];
  return flagReasons.filter((reason) => reason !== "DUPLICATE");
}

/**
 * The decisions that make sense for a thing. A brief is nobody's and stays: it is corrected, which
 * ends the report too, or it stands.
 */
export function decisionsFor(target: ModerationTarget): readonly Decision[] {
  if (target === "DEBATE") return ["KEEP"];
  if (target === "ARGUMENT") return ["KEEP", "HIDE", "ARCHIVE", "WARN"];
  if (target === "COMMENT") return ["KEEP", "HIDE", "WARN"];
  return ["KEEP", "WARN", "SILENCE", "SUSPEND", "BAN"];
}

/** What curators do to a whole debate, and to one argument. */
export const debateActs = ["LOCK", "SLOW", "FEATURE", "CLOSE", "REOPEN"] as const;
export type DebateAct = (typeof debateActs)[number];
export const argumentActs = ["LOCK", "FEATURE"] as const;
export type ArgumentAct = (typeof argumentActs)[number];

export const moderationLimits = {
  note: 1000,
  publicReason: 1000,
  privateNote: 2000,
  appeal: 1000,
  conclusion: 5000,
  /** Slow mode: minutes between two contributions of a person. */
  slowMinutes: 1440,
  /** How long a claim keeps others away, unless it is renewed. */
  claimMinutes: 10,
  /** How long after it something may be appealed. */
  appealDays: 14,
  /** What waits is counted no further. */
  counted: 999,
} as const;
