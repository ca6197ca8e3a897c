import type { FlagReason, ModerationAction, ModerationGround } from "./vocabulary";

/** The transparency report of a period: counts of the public log, of flags and of appeals. */
export type ModerationReport = {
  /** Days, both included, in UTC. */
  from: string;
  to: string;
  flags: {
    received: number;
    byReason: { reason: FlagReason; count: number }[];
    decided: number;
    /** Of those decided, how many moderators agreed with. */
    upheld: number;
    /** Half of the flags were decided faster; null without any. */
    medianHours: number | null;
  };
  decisions: DecisionCount[];
  appeals: {
    received: number;
    upheld: number;
    overturned: number;
    waiting: number;
    medianHours: number | null;
  };
  statements: StatementCount[];
};

export type DecisionCount = {
  action: ModerationAction;
  ground: ModerationGround;
  /** Without a person: a threshold was passed. */
  automatic: boolean;
  count: number;
  /** Of them taken back by now. */
  undone: number;
};

/**
 * The categories in which platforms in the European Union publish their statements of reasons
 * (Regulation (EU) 2022/2065, articles 17 and 24(5)), as the Commission's Transparency Database
 * names them in its second schema, of 2025.
 */
export const restrictions = [
  "DECISION_VISIBILITY_CONTENT_REMOVED",
  "DECISION_VISIBILITY_CONTENT_DISABLED",
  "DECISION_VISIBILITY_CONTENT_DEMOTED",
  "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED",
  "DECISION_VISIBILITY_CONTENT_LABELLED",
  "DECISION_VISIBILITY_OTHER",
  "DECISION_PROVISION_PARTIAL_SUSPENSION",
  "DECISION_ACCOUNT_SUSPENDED",
  "DECISION_ACCOUNT_TERMINATED",
] as const;
export type Restriction = (typeof restrictions)[number];

export const legalGrounds = [
  "DECISION_GROUND_ILLEGAL_CONTENT",
  "DECISION_GROUND_INCOMPATIBLE_CONTENT",
] as const;
export type LegalGround = (typeof legalGrounds)[number];

export const categories = [
  "STATEMENT_CATEGORY_CYBER_VIOLENCE",
  "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
  "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
  "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
  "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
] as const;
export type Category = (typeof categories)[number];

/** Who decided. */
export const automations = [
  "AUTOMATED_DECISION_FULLY",
  "AUTOMATED_DECISION_NOT_AUTOMATED",
] as const;
export type Automation = (typeof automations)[number];

export type StatementCount = {
  restriction: Restriction;
  ground: LegalGround;
  category: Category;
  automation: Automation;
  count: number;
  /** Of them taken back by now, on appeal or otherwise. */
  undone: number;
};

/** What an action restricts; others owe nobody a statement of reasons. */
const restrictionOf: Partial<Record<ModerationAction, Restriction>> = {
  PURGE: "DECISION_VISIBILITY_CONTENT_REMOVED",
  HIDE: "DECISION_VISIBILITY_CONTENT_DISABLED",
  // Out of the tree, still readable on its page.
  ARCHIVE: "DECISION_VISIBILITY_CONTENT_DEMOTED",
  LOCK: "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED",
  MARK: "DECISION_VISIBILITY_CONTENT_LABELLED",
  DECLINE: "DECISION_VISIBILITY_OTHER",
  EDIT: "DECISION_VISIBILITY_OTHER",
  MERGE: "DECISION_VISIBILITY_OTHER",
  MOVE: "DECISION_VISIBILITY_OTHER",
  SPLIT: "DECISION_VISIBILITY_OTHER",
  SILENCE: "DECISION_PROVISION_PARTIAL_SUSPENSION",
  SUSPEND: "DECISION_ACCOUNT_SUSPENDED",
  BAN: "DECISION_ACCOUNT_TERMINATED",
};

const categoryOf: Record<ModerationGround, Category> = {
  SPAM: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
  OFF_TOPIC: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  UNCIVIL: "STATEMENT_CATEGORY_CYBER_VIOLENCE",
  MISINFORMATION: "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
  DUPLICATE: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  PRIVATE_INFORMATION: "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
  ILLEGAL: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
  QUALITY: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  NO_BREACH: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  OTHER: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
};

/** The same decisions in the categories above, the most frequent first. */
export function statementsOf(decisions: readonly DecisionCount[]): StatementCount[] {
  const counts = new Map<string, StatementCount>();
  for (const { action, ground, automatic, count, undone } of decisions) {
    const restriction = restrictionOf[action];
    if (!restriction) continue;
    const kind = {
      restriction,
      ground: legalGrounds[ground === "ILLEGAL" ? 0 : 1],
      category: categoryOf[ground],
      automation: automations[automatic ? 0 : 1],
    };
    const key = Object.values(kind).join(" ");
    const known = counts.get(key) ?? { ...kind, count: 0, undone: 0 };
    counts.set(key, { ...known, count: known.count + count, undone: known.undone + undone });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
