import { z } from "zod";
import { slugSchema } from "@/lib/debates/schema";
import { moderationGrounds } from "@/lib/moderation/vocabulary";
import { idSchema, publicIdSchema, versionSchema } from "@/lib/shared/ids";
import { partialDateSchema } from "@/lib/shared/partial-date";
import { line, prose } from "@/lib/shared/text";
import { webAddressSchema } from "@/lib/shared/web-address";
import { argumentLimits, stances } from "./vocabulary";

export const stanceSchema = z.enum(stances);

export const emptyAsMissing = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;

export const citationSchema = z.strictObject({
  title: line({ min: 1, max: 300 }),
  url: webAddressSchema,
  publisher: line({ max: 200 }).default(""),
  published: z.preprocess(emptyAsMissing, partialDateSchema.optional()),
  quotation: prose({ max: 1000 }).default(""),
});
export type CitationInput = z.output<typeof citationSchema>;

/** A form sends its empty source rows too; they are not sources. */
export const filled = (value: unknown) =>
  Array.isArray(value)
    ? value.filter(
        (row) =>
          !(
            typeof row === "object" &&
            row !== null &&
            Object.values(row).every((cell) => typeof cell === "string" && cell.trim() === "")
          ),
      )
    : value;

const asList = (value: unknown) =>
  value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];

const content = {
  title: line({ min: 3, max: argumentLimits.title }),
  body: prose({ max: argumentLimits.body }).default(""),
  sources: z.preprocess(
    filled,
    z.array(citationSchema).max(argumentLimits.sources, { error: "TOO_MANY" }).default([]),
  ),
  factIds: z.preprocess(
    asList,
    z.array(idSchema).max(argumentLimits.facts, { error: "TOO_MANY" }).default([]),
  ),
};

export const submitArgumentSchema = z.strictObject({
  debate: slugSchema,
  parentId: z.preprocess(
    (value) => (value === "" || value === "root" ? null : value),
    publicIdSchema.nullable(),
  ),
  stance: stanceSchema,
  ...content,
  /** Made by the form: sending it twice makes one argument. */
  submissionKey: z.preprocess(emptyAsMissing, z.uuid().optional()),
});
export type SubmitArgumentInput = z.output<typeof submitArgumentSchema>;

export const editArgumentSchema = z.strictObject({
  id: publicIdSchema,
  version: versionSchema,
  title: content.title,
  body: content.body,
  sources: content.sources,
  factIds: content.factIds,
  reason: line({ max: argumentLimits.reason }).default(""),
});
export type EditArgumentInput = z.output<typeof editArgumentSchema>;

export const archiveArgumentSchema = z.strictObject({
  id: publicIdSchema,
  version: versionSchema,
  reason: line({ min: 3, max: argumentLimits.reason }),
  /** For the log, when it is somebody else's argument. */
  ground: z.enum(moderationGrounds).optional(),
});
export type ArchiveArgumentInput = z.output<typeof archiveArgumentSchema>;

export const restoreArgumentSchema = archiveArgumentSchema;

export const confirmFactsSchema = z.strictObject({
  id: publicIdSchema,
  version: versionSchema,
  /** The corrected facts that were looked at, each in the version that was seen. */
  facts: z
    .array(z.strictObject({ id: idSchema, version: versionSchema }))
    .min(1)
    .max(argumentLimits.facts, { error: "TOO_MANY" }),
});
export type ConfirmFactsInput = z.output<typeof confirmFactsSchema>;

export const findSimilarSchema = z.strictObject({
  debate: slugSchema,
  title: z.string().max(argumentLimits.title * 8),
});
