import { z } from "@hono/zod-openapi";
import {
  archiveArgumentSchema,
  citationSchema,
  editArgumentSchema,
  submitArgumentSchema,
} from "@/lib/arguments/schema";
import { argumentLimits, argumentMarks, stances } from "@/lib/arguments/vocabulary";
import type { ArgumentView, CitationView } from "@/lib/arguments/view";
import { sourceKinds } from "@/lib/debates/schema";
import { publicIdSchema } from "@/lib/shared/ids";
import { timeSchema } from "./page";

const int4 = 2_147_483_647;

export const authorSchema = z
  .object({ handle: z.string(), name: z.string() })
  .nullable()
  .openapi({ description: "Null once the account was erased." });

export const citationJson = z
  .object({
    number: z.int().openapi({ description: "As readers see it, stable within the debate." }),
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    published: z
      .string()
      .nullable()
      .openapi({ description: "As precisely as it is known: 2018, 2025-03 or 2025-03-04." }),
    kind: z.enum(sourceKinds),
    quotation: z.string(),
    note: z.string(),
  })
  .openapi("Citation");

const histogram = z
  .array(z.int())
  .length(5)
  .openapi({ description: "How many gave 0, 1, 2, 3 and 4." });

/** What `PUT …/vote` answers. */
export const voteJson = z
  .object({
    impact: z.int().min(0).max(4),
    votes: z.object({ count: z.int(), mean: z.number().nullable(), histogram }),
  })
  .openapi("Vote");

export const argumentJson = z
  .object({
    id: z.string().openapi({ example: "42-137" }),
    number: z.string().openapi({ example: "2.1.3" }),
    debate: z.string(),
    parentId: z.string().nullable(),
    stance: z.enum(stances),
    title: z.string(),
    body: z.string().openapi({ description: "Markdown." }),
    status: z.enum(["LIVE", "ARCHIVED"]),
    locked: z.boolean().openapi({ description: "Nothing is added below it; votes go on." }),
    featured: z.boolean().openapi({ description: "Stands first on its side." }),
    version: z.int(),
    marks: z.array(z.enum(argumentMarks)),
    mergedInto: z.string().optional().openapi({
      description: "The argument that says the same and was kept, once this one was merged.",
    }),
    asked: z.object({ votes: z.int(), until: timeSchema }).optional().openapi({
      description: "Votes given before it was changed, and until when they count unconfirmed.",
    }),
    sources: z.array(citationJson),
    factIds: z.array(z.int()),
    correctedFactIds: z.array(z.int()).openapi({
      description:
        "Facts it cites that were corrected since its author or an editor last looked whether it holds.",
    }),
    author: authorSchema,
    votes: z.object({
      count: z.int(),
      mean: z.number().nullable().openapi({ description: "0 to 4; null before the first vote." }),
      histogram,
      lowerBound: z
        .number()
        .openapi({ description: "Wilson lower bound of the share of impact given, 0 to 1." }),
    }),
    strength: z.number().nullable(),
    bridging: z.number().nullable(),
    comments: z.int(),
    children: z.object({ support: z.int(), oppose: z.int() }),
    mine: z
      .object({
        impact: z.int(),
        asked: z
          .boolean()
          .optional()
          .openapi({ description: "Given before it was changed: give it again." }),
      })
      .optional()
      .openapi({ description: "The caller's own vote." }),
    createdAt: timeSchema,
    updatedAt: timeSchema,
  })
  .openapi("Argument");

export function toAuthorJson(author: ArgumentView["author"]) {
  return author && { handle: author.handle, name: author.name };
}

/** An argument as the API promises it. */
export function toArgumentJson(view: ArgumentView): z.infer<typeof argumentJson> {
  const {
    facts,
    mine,
    asked,
    mergedInto,
    isNew: _new,
    can: _can,
    withheld: _w,
    hiddenAtOnce: _h,
    author,
    ...rest
  } = view;
  return {
    ...rest,
    factIds: facts.map((fact) => fact.id),
    correctedFactIds: facts.filter((fact) => fact.corrected).map((fact) => fact.id),
    author: toAuthorJson(author),
    strength: null,
    bridging: null,
    ...(mergedInto ? { mergedInto } : {}),
    ...(asked ? { asked } : {}),
    ...(mine ? { mine: mine.asked ? mine : { impact: mine.impact } } : {}),
  };
}

/** A citation given back as input, for an edit that leaves the sources as they are. */
export function toCitationInput({ title, url, publisher, published, quotation }: CitationView) {
  return {
    title,
    publisher,
    quotation,
    url: url ?? undefined,
    published: published ?? undefined,
  };
}

const form = submitArgumentSchema.shape;
const cited = citationSchema.shape;
// Lengths are counted in characters by the schemas' own checks; here they are only described
// (with zod's own `meta`: schemas made before the API's module have no `openapi` method).
const title = form.title.meta({ minLength: 3, maxLength: argumentLimits.title });
const body = form.body.unwrap().meta({ maxLength: argumentLimits.body });
export const citationInput = citationSchema.extend({
  title: cited.title.meta({ minLength: 1, maxLength: 300 }),
  url: cited.url.meta({ pattern: "^https?://", format: "uri" }),
  publisher: cited.publisher.meta({ maxLength: 200 }),
  quotation: cited.quotation.meta({ maxLength: 1000 }),
});
export const sourcesBody = z
  .array(citationInput)
  .max(argumentLimits.sources, { error: "TOO_MANY" });
export const factIds = z
  .array(z.int().min(1).max(int4))
  .max(argumentLimits.facts, { error: "TOO_MANY" })
  .openapi({ description: "Ids of facts of the brief." });
export const versionBody = z.int().min(1).max(int4).openapi({
  description: "The version the change was begun on: 409 when it is old. If-Match does the same.",
});

/** `POST /debates/{slug}/arguments` */
export const newArgumentBody = z
  .strictObject({
    parentId: publicIdSchema
      .nullable()
      .openapi({ description: "Null: for or against the motion." }),
    stance: form.stance,
    title,
    body: body.default(""),
    sources: sourcesBody.default([]),
    factIds: factIds.default([]),
  })
  .openapi("NewArgument");

/** `PATCH /arguments/{id}`: what is left out stays as it is. */
export const argumentChangeBody = z
  .strictObject({
    version: versionBody.optional(),
    title: title.optional(),
    body: body.optional(),
    sources: sourcesBody.optional(),
    factIds: factIds.optional(),
    reason: editArgumentSchema.shape.reason.meta({ maxLength: argumentLimits.reason }),
  })
  .openapi("ArgumentChange");

const given = archiveArgumentSchema.shape;
/** `POST /arguments/{id}/archive` and `/restore`: without a version the present one is meant. */
export const reasonBody = z.strictObject({
  reason: given.reason.meta({ minLength: 3, maxLength: argumentLimits.reason }),
  version: versionBody.optional(),
});

/** `PUT /arguments/{id}/vote` */
export const voteBody = z.strictObject({
  impact: z.int().min(0).max(4).openapi({ description: "0 no weight … 4 decisive." }),
});
