import { z } from "zod";
import { slugSchema } from "@/lib/debates/schema";
import { idSchema, publicIdSchema, versionSchema } from "@/lib/shared/ids";
import { webAddressSchema } from "@/lib/shared/web-address";
import { prose } from "@/lib/shared/text";
import { sanctionKinds } from "./sanctions";
import {
  argumentActs,
  decisions,
  flagReasons,
  moderationGrounds,
  moderationLimits,
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

/** Of a brief: the number of the fact that is wrong; left out for the brief as a whole. */
export const factField = {
  fact: z.preprocess(emptyAsMissing, z.coerce.number().int().min(1).max(2_147_483_647).optional()),
};

const flagged = z.discriminatedUnion("target", [
  z.strictObject({ target: z.literal("ARGUMENT"), id: publicIdSchema, ...flagFields }),
  z.strictObject({ target: z.literal("COMMENT"), id: publicIdSchema, ...flagFields }),
  z.strictObject({ target: z.literal("PERSON"), id: z.string().min(1).max(40), ...flagFields }),
  z.strictObject({ target: z.literal("DEBATE"), id: slugSchema, ...factField, ...flagFields }),
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

/** For how long: needed to silence and to suspend; a ban lasts until it is taken back. */
const days = z.preprocess(emptyAsMissing, z.coerce.number().int().min(1).max(365).optional());

/** A silence and a suspension say for how long. */
export function lastsSomeTime(
  { days }: { days?: number | undefined },
  kind: string,
  context: z.RefinementCtx,
): void {
  if (days !== undefined || (kind !== "SILENCE" && kind !== "SUSPEND")) return;
  context.addIssue({ code: "custom", path: ["days"], message: "REQUIRED" });
}

/** A decision on what was flagged, of a review that the address names. */
export const decisionFields = {
  version: versionSchema,
  decision: z.enum(decisions, { error: "REQUIRED" }),
  days,
  ...words,
};

/** The one that was left for later: the next shown comes after it. Of forms alone. */
export const leftForLater = z.preprocess(emptyAsMissing, idSchema.optional());

export const decideReviewSchema = z
  .strictObject({ review: idSchema, after: leftForLater, ...decisionFields })
  .superRefine((input, context) => lastsSomeTime(input, input.decision, context));
export type DecideReviewInput = z.output<typeof decideReviewSchema>;

/** What is done to a person whom the address names. */
export const sanctionFields = {
  kind: z.enum(sanctionKinds, { error: "REQUIRED" }),
  days,
  ...words,
};

export const sanctionSchema = z
  .strictObject({ handle: z.string().min(1).max(40), ...sanctionFields })
  .superRefine((input, context) => lastsSomeTime(input, input.kind, context));
export type SanctionInput = z.output<typeof sanctionSchema>;

/** Why a curator does something, in public and for other curators. */
export const actFields = { publicReason: words.publicReason, privateNote: words.privateNote };
const inDebate = { debate: slugSchema, ...actFields };
export const slowFields = {
  /** 0 switches slow mode off. */
  minutes: z.coerce.number().int().min(0).max(moderationLimits.slowMinutes),
};
export const closeFields = { conclusion: prose({ min: 3, max: moderationLimits.conclusion }) };

export const curateDebateSchema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("LOCK"), ...inDebate }),
  z.strictObject({ act: z.literal("FEATURE"), ...inDebate }),
  z.strictObject({ act: z.literal("REOPEN"), ...inDebate }),
  z.strictObject({ act: z.literal("SLOW"), ...inDebate, ...slowFields }),
  z.strictObject({ act: z.literal("CLOSE"), ...inDebate, ...closeFields }),
]);
export type CurateDebateInput = z.output<typeof curateDebateSchema>;

export const curateArgumentSchema = z.strictObject({
  act: z.enum(argumentActs, { error: "REQUIRED" }),
  argument: publicIdSchema,
  ...actFields,
});
export type CurateArgumentInput = z.output<typeof curateArgumentSchema>;

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
  after: leftForLater,
  version: versionSchema,
  outcome: z.enum(["UPHOLD", "OVERTURN"], { error: "REQUIRED" }),
  publicReason: words.publicReason,
  privateNote: words.privateNote,
});
export type DecideAppealInput = z.output<typeof decideAppealSchema>;
