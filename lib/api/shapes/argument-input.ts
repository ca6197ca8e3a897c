import { z } from "@hono/zod-openapi";
import {
  archiveArgumentSchema,
  citationSchema,
  editArgumentSchema,
  submitArgumentSchema,
} from "@/lib/arguments/schema";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import { publicIdSchema } from "@/lib/shared/ids";

/** What a program sends of arguments and votes. */

const int4 = 2_147_483_647;

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
