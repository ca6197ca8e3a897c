import type { ModerationGround } from "@/lib/moderation/vocabulary";

/** What can be purged: a thing with all its former states, or the words of one entry of the log. */
export const purgeTargets = ["ARGUMENT", "COMMENT", "ENTRY"] as const;
export type PurgeTarget = (typeof purgeTargets)[number];

/** The grounds on which the law takes words. */
export const purgeGrounds = [
  "ILLEGAL",
  "PRIVATE_INFORMATION",
] as const satisfies readonly ModerationGround[];
export type PurgeGround = (typeof purgeGrounds)[number];

export const purgeStates = ["WAITING", "DONE", "WITHDRAWN"] as const;
export type PurgeState = (typeof purgeStates)[number];

export const purgeLimits = { legalBasis: 2000, publicReason: 1000 } as const;
