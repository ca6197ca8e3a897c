import { z } from "@hono/zod-openapi";
import { argumentLimits, argumentMarks, mostMarks, stances } from "@/lib/arguments/vocabulary";
import { moderationGrounds, moderationLimits } from "@/lib/moderation/vocabulary";
import { argumentJson } from "./argument";

const publicId = z.string().regex(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/);

/** Every act says why. */
const act = {
  version: z.int().min(1).optional().openapi({
    description: "The version that was looked at: 409 when it is old.",
  }),
  ground: z.enum(moderationGrounds).default("OTHER"),
  publicReason: z
    .string()
    .min(3)
    .max(moderationLimits.publicReason * 2)
    .openapi({ description: "Stands in the public log, and its author reads it." }),
  privateNote: z
    .string()
    .max(moderationLimits.privateNote * 2)
    .default(""),
};

const parentId = publicId.nullable().openapi({ description: "Null: below the motion." });

export const moveBody = z
  .strictObject({ parentId, stance: z.enum(stances), ...act })
  .openapi("Move");

export const mergeBody = z
  .strictObject({
    intoId: publicId,
    review: z.int().min(1).optional().openapi({
      description: "The review that waits for this, which it decides.",
    }),
    ...act,
  })
  .openapi("Merge");

const claim = { title: z.string().min(3), body: z.string().max(argumentLimits.body * 2) };

export const splitBody = z
  .strictObject({
    title: claim.title.openapi({ description: "What the argument says from now on." }),
    body: claim.body.default(""),
    other: z.strictObject({
      title: claim.title,
      body: claim.body.default(""),
      stance: z.enum(stances),
      sources: z
        .array(z.int().min(1))
        .max(argumentLimits.sources)
        .default([])
        .openapi({ description: "The numbers of the sources that it cites too." }),
    }),
    ...act,
  })
  .openapi("Split");

export const marksBody = z
  .strictObject({ marks: z.array(z.enum(argumentMarks)).max(mostMarks), ...act })
  .openapi("Marks");

export const curatedJson = z
  .object({
    entry: z.int().openapi({ description: "The number in the public log." }),
    argument: argumentJson.openapi({
      description: "The argument; of a merge the kept one, of a split the new one.",
    }),
  })
  .openapi("Curated");
