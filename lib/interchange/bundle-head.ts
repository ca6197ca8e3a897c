import { z } from "zod";
import {
  actorStances,
  certainties,
  debateStatuses,
  slugSchema,
  sourceKinds,
} from "@/lib/debates/schema";
import { partialDateSchema } from "@/lib/shared/partial-date";
import {
  citations,
  count,
  long,
  moment,
  personRef,
  positive,
  text,
  webAddress,
} from "./bundle-parts";

/** What is short in a debate's file: the debate itself, its people, sources and whole brief. */

export const personSchema = z.strictObject({
  ref: personRef,
  handle: text(30).meta({ description: "Empty when the person has none where this comes from." }),
  name: text(60, 1),
  editorial: z.boolean().meta({ description: "The editors' account of the site." }),
});

export const sourceSchema = z.strictObject({
  number: positive.meta({ description: "As readers see it: [7]." }),
  title: text(300, 1),
  publisher: text(200),
  url: webAddress.nullable(),
  published: partialDateSchema.nullable(),
  kind: z.enum(sourceKinds),
  note: text(long),
  retrievedOn: partialDateSchema.nullable(),
  archiveUrl: webAddress.nullable(),
  createdAt: moment,
});

export const factSchema = z.strictObject({
  number: positive.meta({ description: "As readers see it: F7." }),
  text: text(long, 1),
  certainty: z.enum(certainties),
  citations,
  updatedAt: moment,
  corrections: z
    .array(
      z.strictObject({
        formerText: text(long),
        formerCertainty: z.enum(certainties),
        reason: text(long),
        correctedAt: moment,
      }),
    )
    .max(1000),
});

export const briefSchema = z.strictObject({
  headline: text(long),
  summary: text(long),
  statusLine: text(long),
  reportedOn: partialDateSchema.nullable(),
  decidedBy: text(long),
  readingNote: text(long),
  affects: z.array(text(long)).max(1000),
  scopeKnown: z.array(text(long)).max(1000),
  scopeUnknown: z.array(text(long)).max(1000),
  citations,
});

const cited = { citations };
const actorSchema = z.strictObject({
  name: text(long),
  role: text(long),
  stance: z.enum(actorStances),
  summary: text(long),
  ...cited,
});
const eventSchema = z.strictObject({ date: partialDateSchema, text: text(long), ...cited });
const questionSchema = z.strictObject({ text: text(long), whyItMatters: text(long), ...cited });
const termSchema = z.strictObject({ term: text(long, 1), definition: text(long) });
const caveatSchema = z.strictObject({
  claim: text(long),
  finding: text(long),
  fact: positive.nullable().meta({ description: "The fact's number." }),
});

/** What is short enough to be held as a whole. */
export const headShape = {
  exportedAt: moment,
  origin: webAddress.nullable().meta({ description: "The debate's address where it comes from." }),
  licence: text(200),
  moderationLog: z
    .strictObject({ entries: count, hash: z.string().regex(/^([0-9a-f]{64})?$/) })
    .optional()
    .meta({ description: "Where the site's log of moderation ended then. Not read by an import." }),
  debate: z.strictObject({
    slug: slugSchema,
    title: text(200, 1),
    motion: text(300, 1),
    motionNote: text(long),
    status: z.enum(debateStatuses),
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    createdAt: moment,
    openedAt: moment.nullable(),
    updatedAt: moment,
    /** Where the numbers of new direct arguments go on. */
    nextNumber: positive,
    /** How many took part, each once; null when only the voters and authors in the file are known. */
    people: count.nullable(),
  }),
  people: z.array(personSchema).max(100_000),
  sources: z.array(sourceSchema).max(100_000),
  brief: briefSchema.nullable(),
  facts: z.array(factSchema).max(10_000),
  actors: z.array(actorSchema).max(10_000),
  timeline: z.array(eventSchema).max(10_000),
  openQuestions: z.array(questionSchema).max(10_000),
  glossary: z.array(termSchema).max(10_000),
  caveats: z.array(caveatSchema).max(10_000),
};
export const headSchema = z.strictObject(headShape);
