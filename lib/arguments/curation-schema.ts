import { z } from "zod";
import { moderationGrounds, moderationLimits } from "@/lib/moderation/vocabulary";
import { idSchema, parsePublicId, publicIdSchema, versionSchema } from "@/lib/shared/ids";
import { line, prose } from "@/lib/shared/text";
import { argumentLimits, argumentMarks, mostMarks } from "./vocabulary";
import { stanceSchema } from "./schema";

/** Another argument, by its public id, its number or a link to it; null is the motion. */
export type Named = { debateId: number; id: number } | { path: number[] } | null;

const numbered = /^[1-9]\d{0,8}(\.[1-9]\d{0,8}){0,31}$/;

/** Reads what people paste or type: "42-137", "2.1.3", the address of the argument's page, "root". */
function readNamed(text: string): Named | undefined {
  const bare = text.trim().replace(/[?#].*$/s, "");
  if (bare === "root") return null;
  if (numbered.test(bare)) return { path: bare.split(".").map(Number) };
  return parsePublicId(/[^/]*$/.exec(bare)![0]) ?? undefined;
}

/** zod: another argument as people write it. */
export const named = z
  .string()
  .max(2000)
  .transform((text, context): Named => {
    const read = text.trim() === "" ? undefined : readNamed(text);
    if (read === undefined) {
      context.addIssue({ code: "custom", message: "ARGUMENT_NUMBER" });
      return z.NEVER;
    }
    return read;
  });

/** Every act says why. */
const act = {
  id: publicIdSchema,
  /** The version that was looked at; without it whatever there is. */
  version: versionSchema.optional(),
  ground: z.enum(moderationGrounds).default("OTHER"),
  publicReason: prose({ min: 3, max: moderationLimits.publicReason }),
  privateNote: prose({ max: moderationLimits.privateNote }).default(""),
};

export const moveArgumentSchema = z.strictObject({
  ...act,
  /** Below which argument; "root" for the motion. */
  to: named,
  stance: stanceSchema,
});
export type MoveArgumentInput = z.output<typeof moveArgumentSchema>;

export const linkArgumentSchema = moveArgumentSchema;
export type LinkArgumentInput = z.output<typeof linkArgumentSchema>;

export const mergeArgumentsSchema = z.strictObject({
  ...act,
  into: named.refine((into) => into !== null, { error: "ARGUMENT_NUMBER" }),
  /** What of the queue waits for this: decided by it. */
  review: z.preprocess((value) => (value === "" ? undefined : value), idSchema.optional()),
});
export type MergeArgumentsInput = z.output<typeof mergeArgumentsSchema>;

const claim = {
  title: line({ min: 3, max: argumentLimits.title }),
  body: prose({ max: argumentLimits.body }).default(""),
};
const asList = (value: unknown) =>
  value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];

export const splitArgumentSchema = z.strictObject({
  ...act,
  ...claim,
  /** What the other one says, which stands beside it. */
  otherTitle: claim.title,
  otherBody: claim.body,
  otherStance: stanceSchema,
  /** The numbers of the sources that the other one cites too. */
  otherSources: z.preprocess(
    asList,
    z.array(z.coerce.number().int().min(1).max(2_147_483_647)).max(argumentLimits.sources),
  ),
});
export type SplitArgumentInput = z.output<typeof splitArgumentSchema>;

export const markArgumentSchema = z.strictObject({
  ...act,
  marks: z
    .preprocess(asList, z.array(z.enum(argumentMarks)).max(mostMarks, { error: "TOO_MANY_MARKS" }))
    .transform((marks) => [...new Set(marks)]),
});
export type MarkArgumentInput = z.output<typeof markArgumentSchema>;
