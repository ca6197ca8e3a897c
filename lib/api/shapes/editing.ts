import { z } from "@hono/zod-openapi";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import { writeDecisionSchema, writeFactSchema, writeItemSchema } from "@/lib/debates/brief-schema";
import { actorStances, certainties } from "@/lib/debates/schema";
import { debateLimits as limits, orderedLists } from "@/lib/debates/vocabulary";
import { partialDateSchema } from "@/lib/shared/partial-date";
import { line } from "@/lib/shared/text";
import { sourcesBody, versionBody } from "./argument-input";
import { slugParam } from "./page";

const { shape } = writeDecisionSchema;
const title = shape.title.meta({ minLength: 3, maxLength: limits.title });
const motion = shape.motion.unwrap().meta({ minLength: 3, maxLength: limits.motion });
const motionNote = shape.motionNote.unwrap().meta({ maxLength: limits.text });
const short = shape.headline.unwrap().meta({ maxLength: limits.line });
const long = shape.readingNote.unwrap().meta({ maxLength: limits.text });
const points = z
  .array(line({ min: 1, max: limits.line }).meta({ minLength: 1, maxLength: limits.line }))
  .max(limits.points, { error: "TOO_MANY" });
const date = partialDateSchema.meta({ example: "2025-03" });
const version = versionBody.optional();
const sources = sourcesBody.default([]);

/** `POST /debates` */
export const newDebateBody = z
  .strictObject({ title, motion, motionNote: motionNote.default("") })
  .openapi("NewDebate");

/** `PATCH /debates/{slug}`: what is left out stays as it is. */
export const debateChangeBody = z
  .strictObject({
    version,
    title: title.optional(),
    motion: motion.optional().openapi({ description: "Fixed once the debate is open." }),
    motionNote: motionNote.optional(),
    headline: short.optional(),
    summary: shape.summary.unwrap().meta({ maxLength: limits.summary }).optional(),
    statusLine: short.optional(),
    reportedOn: date.nullable().optional(),
    decidedBy: short.optional(),
    readingNote: long.optional(),
    affects: points.optional(),
    scopeKnown: points.optional(),
    scopeUnknown: points.optional(),
    sources: sourcesBody.optional(),
  })
  .openapi("DebateChange");

const factText = writeFactSchema.shape.text.meta({ minLength: 3, maxLength: limits.text });
const certainty = z.enum(certainties);

/** `POST /debates/{slug}/facts` */
export const newFactBody = z
  .strictObject({ version, text: factText, certainty, sources })
  .openapi("NewFact");

/** `PATCH /debates/{slug}/facts/{number}`: what is left out stays as it is. */
export const factChangeBody = z
  .strictObject({
    version,
    text: factText.optional(),
    certainty: certainty.optional(),
    sources: sourcesBody.optional(),
    reason: writeFactSchema.shape.reason.meta({
      maxLength: limits.reason,
      description: "Public. Needed when words or certainty of a published fact change.",
    }),
  })
  .openapi("FactChange");

const [actor, event, question, term] = writeItemSchema.options;
const text = event.shape.text.meta({ minLength: 3, maxLength: limits.text });
const name = actor.shape.name.meta({ minLength: 1, maxLength: limits.line });

/** `POST /debates/{slug}/brief`, and `PUT` of an item there: which list it stands in, and its words. */
export const briefItemBody = z
  .discriminatedUnion("part", [
    z.strictObject({
      ...{ version, part: z.literal("actors"), name, role: short.default("") },
      ...{ stance: z.enum(actorStances), summary: text, sources },
    }),
    z.strictObject({ version, part: z.literal("timeline"), date, text, sources }),
    z.strictObject({
      ...{ version, part: z.literal("questions"), text, sources },
      whyItMatters: question.shape.whyItMatters
        .unwrap()
        .meta({ maxLength: limits.text })
        .default(""),
    }),
    z.strictObject({
      ...{ version, part: z.literal("glossary") },
      term: term.shape.term.meta({ minLength: 1, maxLength: limits.line }),
      definition: term.shape.definition.meta({ minLength: 3, maxLength: limits.text }),
    }),
  ])
  .openapi("BriefItem");

const itemId = z.coerce.number().int().min(1).max(2_147_483_647).openapi({ example: 12 });

export const factParam = slugParam.extend({
  number: z.coerce.number().int().min(1).max(999_999).openapi({ example: 7 }),
});
export const listParam = slugParam.extend({
  part: z.enum(["actors", "timeline", "questions", "glossary"]),
  itemId,
});
export const orderedParam = slugParam.extend({ part: z.enum(orderedLists), itemId });
export const itemParam = slugParam.extend({ itemId });
export const editorParam = slugParam.extend({
  handle: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{1,29}$/)
    .openapi({ example: "ada" }),
});

export const moveBody = z.strictObject({ version, by: z.enum(["up", "down"]) });
export const editorJson = z.object({ handle: z.string(), name: z.string() }).openapi("Editor");

/** `POST /arguments/{id}/confirm-facts`: without facts, all that were corrected. */
export const confirmFactsBody = z.strictObject({
  version: versionBody.optional(),
  facts: z
    .array(z.strictObject({ id: z.int().min(1).max(2_147_483_647), version: versionBody }))
    .min(1)
    .max(argumentLimits.facts, { error: "TOO_MANY" })
    .optional()
    .openapi({ description: "Which corrected facts were looked at, in which version." }),
});
