import { z } from "zod";
import {
  citationSchema,
  editArgumentSchema,
  emptyAsMissing,
  filled,
  submitArgumentSchema,
} from "@/lib/arguments/schema";
import { named } from "@/lib/arguments/curation-schema";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import { slugSchema } from "@/lib/debates/schema";
import { postCommentSchema } from "@/lib/discussion/schema";
import { leftForLater } from "@/lib/moderation/schema";
import { moderationGrounds, moderationLimits } from "@/lib/moderation/vocabulary";
import { idSchema, publicIdSchema, versionSchema } from "@/lib/shared/ids";
import { line, prose } from "@/lib/shared/text";
import { suggestionLimits, verdicts, type SuggestionKind } from "./vocabulary";

const argument = submitArgumentSchema.shape;
const note = prose({ max: suggestionLimits.note }).default("");
const submissionKey = argument.submissionKey;

/** What waits, as it is stored: the input of the command that runs when it is accepted. */
export const contents = {
  ARGUMENT: submitArgumentSchema.pick({
    stance: true,
    title: true,
    body: true,
    sources: true,
    factIds: true,
  }),
  COMMENT: z.strictObject({
    body: postCommentSchema.shape.body,
    /** The comment it answers, by its number in the debate. */
    replyTo: idSchema.nullable(),
  }),
  /** `version` is the one that the edit was begun on. */
  EDIT: editArgumentSchema.omit({ id: true }),
  SOURCE: z.strictObject({ source: citationSchema, note }),
  PLACE: z.strictObject({
    /** Below which argument, by its number in the debate; null for the motion. */
    to: idSchema.nullable(),
    stance: argument.stance,
    note,
  }),
  DUPLICATE: z.strictObject({
    /** The argument that says the same, by its number in the debate. */
    of: idSchema,
    note,
  }),
} as const satisfies Record<SuggestionKind, z.ZodType>;

export type Contents = { [K in SuggestionKind]: z.output<(typeof contents)[K]> };

/** A kind with what it holds. */
export type Suggested = {
  [K in SuggestionKind]: { kind: K; content: Contents[K] };
}[SuggestionKind];

/** What is stored of a suggestion; null once an erasure has emptied it. */
export function readContent(kind: SuggestionKind, stored: unknown): Suggested | null {
  const parsed = contents[kind].safeParse(stored);
  return parsed.success ? ({ kind, content: parsed.data } as Suggested) : null;
}

const about = { argumentId: publicIdSchema, submissionKey };

/** What a member suggests about somebody else's argument. */
export const suggestSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("EDIT"), ...about, ...contents.EDIT.shape }),
  z.strictObject({ kind: z.literal("SOURCE"), ...about, ...contents.SOURCE.shape }),
  z.strictObject({
    ...{ kind: z.literal("PLACE"), ...about, note },
    ...{ to: named, stance: argument.stance },
  }),
  z.strictObject({
    ...{ kind: z.literal("DUPLICATE"), ...about, note },
    of: named.refine((of) => of !== null, { error: "ARGUMENT_NUMBER" }),
  }),
]);
export type SuggestInput = z.output<typeof suggestSchema>;

/** Other words for what waits; what is left out stays as it is. */
export const changeSuggestionSchema = z.strictObject({
  id: publicIdSchema,
  version: versionSchema,
  title: argument.title.optional(),
  body: prose({ max: argumentLimits.body }).optional(),
  sources: z
    .preprocess(
      filled,
      z.array(citationSchema).max(argumentLimits.sources, { error: "TOO_MANY" }).optional(),
    )
    .optional(),
  source: citationSchema.optional(),
  note: prose({ max: suggestionLimits.note }).optional(),
});
export type ChangeSuggestionInput = z.output<typeof changeSuggestionSchema>;

export const withdrawSuggestionSchema = z.strictObject({ id: publicIdSchema });
export type WithdrawSuggestionInput = z.output<typeof withdrawSuggestionSchema>;

export const decideSuggestionSchema = z.strictObject({
  review: idSchema,
  after: leftForLater,
  version: versionSchema,
  decision: z.enum(verdicts, { error: "REQUIRED" }),
  ground: z.enum(moderationGrounds).default("OTHER"),
  /** Why, for the log; asking back, the question, which only its author reads. */
  publicReason: prose({ min: 3, max: moderationLimits.publicReason }),
  privateNote: prose({ max: moderationLimits.privateNote }).default(""),
  /** Accepting: other words than its author's. */
  title: argument.title.optional(),
  body: prose({ max: argumentLimits.body }).optional(),
  /** Accepting an edit: the version of the argument that the editor compared it with. */
  onVersion: z.preprocess(emptyAsMissing, versionSchema.optional()),
});
export type DecideSuggestionInput = z.output<typeof decideSuggestionSchema>;

/** A form's box: its hidden "false" comes first. */
const box = (value: unknown) => {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return last === "true" || last === "false" ? last === "true" : last;
};
/** A form's empty field chooses the site's setting. */
const numberOrNone = (value: unknown) => {
  if (typeof value !== "string") return value;
  return value.trim() === "" ? null : Number(value);
};
const lines = (value: unknown) =>
  typeof value === "string" ? value.split(/[\n,]/).filter((word) => word.trim() !== "") : value;

/** What is left out stays as it is. */
export const curationSchema = z.strictObject({
  debate: slugSchema,
  curated: z.preprocess(box, z.boolean().optional()),
  heldWords: z.preprocess(
    lines,
    z
      .array(line({ min: 1, max: suggestionLimits.word }))
      .max(suggestionLimits.words, { error: "TOO_MANY" })
      .optional(),
  ),
  /** Null: as the site's setting says; 0: links are not counted. */
  heldLinks: z.preprocess(
    numberOrNone,
    z.int().min(0).max(suggestionLimits.links).nullable().optional(),
  ),
  publicReason: prose({ min: 3, max: moderationLimits.publicReason }),
});
export type CurationInput = z.output<typeof curationSchema>;

export const suggestionListSchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).catch(50),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type SuggestionListInput = z.output<typeof suggestionListSchema>;
