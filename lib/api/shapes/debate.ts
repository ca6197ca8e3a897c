import { z } from "@hono/zod-openapi";
import { revisionChanges, stances } from "@/lib/arguments/vocabulary";
import { actorStances, certainties, debateStatuses, sourceKinds } from "@/lib/debates/schema";
import { citationJson } from "./argument";
import { timeSchema } from "./page";

const head = {
  id: z.int(),
  slug: z.string(),
  title: z.string(),
  motion: z.string(),
  motionNote: z.string(),
  status: z.enum(debateStatuses),
  version: z.int().openapi({ description: "Raised by every change of the brief." }),
  language: z.string(),
  openedAt: timeSchema.nullable(),
  closedAt: timeSchema.nullable(),
  conclusion: z.string().openapi({ description: "Of a closed debate; empty without." }),
  locked: z.boolean().openapi({ description: "Nothing is added and nobody votes." }),
  slowMinutes: z.int().nullable().openapi({
    description: "Minutes between two contributions of a person; null when slow mode is off.",
  }),
  updatedAt: timeSchema,
  counts: z.object({ arguments: z.int(), comments: z.int(), people: z.int() }),
};

const balance = z
  .object({
    support: z.int(),
    oppose: z.int(),
    share: z.number().nullable().openapi({
      description: "Share of the impact given for the motion, 0 to 1; null before the fifth vote.",
    }),
  })
  .openapi("Balance", { description: "The direct arguments for and against the motion." });

const card = { ...head, balance, statusLine: z.string(), reportedOn: z.string().nullable() };
export const debateCardJson = z.object(card).openapi("DebateCard");

/** An argument in a line. */
export const teaserJson = z
  .object({
    id: z.string(),
    number: z.string(),
    stance: z.enum(stances),
    title: z.string(),
    votes: z.object({ count: z.int(), mean: z.number().nullable() }),
  })
  .openapi("Teaser");

/** `GET /featured`: what the front page shows. */
export const featuredJson = z.object({
  featured: z
    .object({
      ...card,
      summary: z.string(),
      strongest: z.object({ support: teaserJson.nullable(), oppose: teaserJson.nullable() }),
    })
    .nullable(),
  others: z.array(debateCardJson),
});

const sources = z.array(citationJson);

export const briefJson = z
  .object({
    headline: z.string(),
    summary: z.string(),
    statusLine: z.string(),
    reportedOn: z.string().nullable(),
    decidedBy: z.string(),
    readingNote: z.string(),
    affects: z.array(z.string()),
    scopeKnown: z.array(z.string()),
    scopeUnknown: z.array(z.string()),
    sources,
    facts: z.array(
      z.object({
        id: z.int(),
        number: z.int(),
        text: z.string(),
        certainty: z.enum(certainties),
        sources,
        corrections: z.array(
          z.object({
            formerText: z.string(),
            formerCertainty: z.enum(certainties),
            reason: z.string(),
            correctedAt: timeSchema,
          }),
        ),
      }),
    ),
    actors: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        role: z.string(),
        stance: z.enum(actorStances),
        summary: z.string(),
        quotation: citationJson.nullable(),
        sources,
      }),
    ),
    timeline: z.array(z.object({ id: z.int(), date: z.string(), text: z.string(), sources })),
    openQuestions: z.array(
      z.object({ id: z.int(), text: z.string(), whyItMatters: z.string(), sources }),
    ),
    glossary: z.array(z.object({ id: z.int(), term: z.string(), definition: z.string() })),
    caveats: z.array(
      z.object({
        id: z.int(),
        claim: z.string(),
        finding: z.string(),
        factNumber: z.int().nullable(),
      }),
    ),
  })
  .openapi("Brief");

export const debateJson = z
  .object({ ...head, balance, brief: briefJson.nullable() })
  .openapi("Debate");

/** A numbered source of a debate and what cites it. */
export const sourceJson = z
  .object({
    id: z.int(),
    number: z.int(),
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    published: z.string().nullable(),
    kind: z.enum(sourceKinds),
    note: z.string(),
    retrievedOn: z.string().nullable(),
    archiveUrl: z.string().nullable(),
    citedBy: z.object({
      facts: z.array(z.object({ number: z.int() })),
      actors: z.array(z.object({ name: z.string() })),
      arguments: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
      elsewhere: z.int().openapi({ description: "Times it is cited in other parts of the brief." }),
    }),
  })
  .openapi("Source");

/** One line of a debate's history. */
export const historyJson = z
  .object({
    at: timeSchema,
    change: z.enum([...revisionChanges, "CORRECTED"]),
    argument: z
      .object({ id: z.string(), number: z.string(), title: z.string(), version: z.int() })
      .nullable(),
    fact: z.object({ number: z.int(), text: z.string() }).nullable(),
    by: z.object({ handle: z.string(), name: z.string() }).nullable(),
    byCurator: z.boolean().openapi({
      description: "An editor or moderator, who may be shown by role: without a name.",
    }),
    reason: z.string(),
  })
  .openapi("HistoryEntry");

/** An argument whose title resembles another one. */
export const similarJson = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    stance: z.enum(stances),
    similarity: z.number().openapi({ description: "Share of common trigrams, 0.55 to 1." }),
    nearlySame: z.boolean(),
  })
  .openapi("SimilarArgument");
