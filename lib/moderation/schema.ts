import { z } from "zod";
import { slugSchema } from "@/lib/debates/schema";
import { idSchema, publicIdSchema, versionSchema } from "@/lib/shared/ids";
import { webAddressSchema } from "@/lib/shared/web-address";
import { prose } from "@/lib/shared/text";
import {
  decisions,
  flagReasons,
  moderationGrounds,
  moderationLimits,
  moderationTargets,
  reviewCauses,
  type FlagReason,
} from "./vocabulary";

const emptyAsMissing = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;

/** What a flag says, whatever it is about. */
export const flagFields = {
  reason: z.enum(flagReasons, { error: "REQUIRED" }),
  note: prose({ max: moderationLimits.note }).default(""),
  /** Misinformation: where the truth can be read. */
  sourceUrl: webAddressSchema,
  /** A duplicate: of which argument of the same debate. */
  duplicateOf: z.preprocess(emptyAsMissing, publicIdSchema.optional()),
};

type FlagFields = { reason: FlagReason; note: string; sourceUrl?: string; duplicateOf?: unknown };

/** A reason says what it rests on. */
export function restsOnSomething(flag: FlagFields, context: z.RefinementCtx): void {
  const missing = (path: keyof FlagFields) =>
    context.addIssue({ code: "custom", path: [path], message: "REQUIRED" });
  if (flag.reason === "MISINFORMATION" && !flag.sourceUrl) missing("sourceUrl");
  if (flag.reason === "OTHER" && flag.note === "") missing("note");
  if (flag.reason !== "DUPLICATE" && flag.duplicateOf !== undefined) {
    context.addIssue({ code: "custom", path: ["duplicateOf"], message: "NOT_A_DUPLICATE" });
  }
}

const flagged = z.discriminatedUnion("target", [
  z.strictObject({ target: z.literal("ARGUMENT"), id: publicIdSchema, ...flagFields }),
  z.strictObject({ target: z.literal("COMMENT"), id: publicIdSchema, ...flagFields }),
  z.strictObject({ target: z.literal("PERSON"), id: z.string().min(1).max(40), ...flagFields }),
]);

export const flagSchema = flagged.superRefine(restsOnSomething);
export type FlagInput = z.output<typeof flagSchema>;

const words = {
  ground: z.enum(moderationGrounds, { error: "REQUIRED" }),
  publicReason: prose({ min: 3, max: moderationLimits.publicReason }),
  privateNote: prose({ max: moderationLimits.privateNote }).default(""),
};

export const claimReviewSchema = z.strictObject({ review: idSchema });
export type ClaimReviewInput = z.output<typeof claimReviewSchema>;

export const decideReviewSchema = z.strictObject({
  review: idSchema,
  version: versionSchema,
  decision: z.enum(decisions, { error: "REQUIRED" }),
  ...words,
});
export type DecideReviewInput = z.output<typeof decideReviewSchema>;

export const undoEntrySchema = z.strictObject({
  entry: idSchema,
  publicReason: words.publicReason,
  privateNote: words.privateNote,
});
export type UndoEntryInput = z.output<typeof undoEntrySchema>;

export const appealSchema = z.strictObject({
  entry: idSchema,
  text: prose({ min: 3, max: moderationLimits.appeal }),
});
export type AppealInput = z.output<typeof appealSchema>;

export const decideAppealSchema = z.strictObject({
  review: idSchema,
  version: versionSchema,
  outcome: z.enum(["UPHOLD", "OVERTURN"], { error: "REQUIRED" }),
  publicReason: words.publicReason,
  privateNote: words.privateNote,
});
export type DecideAppealInput = z.output<typeof decideAppealSchema>;

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values).optional().catch(undefined);

/** Which part of the queue; what is not understood is left out. */
export const queueSchema = z.object({
  cause: oneOf(reviewCauses),
  target: oneOf(moderationTargets),
  debate: slugSchema.optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(500).catch(50),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type QueueInput = z.output<typeof queueSchema>;
