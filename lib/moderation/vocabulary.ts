import type {
  FlagOutcome as StoredOutcome,
  FlagReason as StoredReason,
  ModerationAction as StoredAction,
  ModerationGround as StoredGround,
  ModerationTarget as StoredTarget,
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

export type FlagOutcome = StoredOutcome;

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
] as const satisfies readonly StoredAction[];
export type ModerationAction = (typeof moderationActions)[number];

/** Actions that take something away from somebody, who may appeal. */
export const appealable: readonly ModerationAction[] = ["HIDE", "ARCHIVE", "EDIT", "MARK", "WARN"];
