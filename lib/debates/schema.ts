import { z } from "zod";

export const debateStatuses = ["DRAFT", "OPEN", "CLOSED", "ARCHIVED"] as const;
export type DebateStatus = (typeof debateStatuses)[number];

export const certainties = ["ESTABLISHED", "REPORTED", "DISPUTED", "UNKNOWN", "STRUCK"] as const;
export type Certainty = (typeof certainties)[number];

export const actorStances = [
  "SUPPORTS",
  "CRITICISES",
  "DENIES",
  "NEUTRAL",
  "DECLINES_TO_COMMENT",
] as const;
export type ActorStance = (typeof actorStances)[number];

export const sourceKinds = [
  "ARTICLE",
  "GOVERNMENT",
  "INTERVIEW",
  "ANALYSIS",
  "REPORT",
  "BOOK",
  "OTHER",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const slugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const debateListSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  status: z.enum(["OPEN", "CLOSED"]).optional().catch(undefined),
  sort: z.enum(["newest", "active"]).catch("newest"),
  limit: z.coerce.number().int().min(1).max(500).catch(20),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type DebateListInput = z.output<typeof debateListSchema>;
