import { z } from "@hono/zod-openapi";
import { actorStances, certainties, debateStatuses } from "@/lib/debates/schema";
import { citationJson } from "./argument";
import { timeSchema } from "./page";

const head = {
  id: z.int(),
  slug: z.string(),
  title: z.string(),
  motion: z.string(),
  motionNote: z.string(),
  status: z.enum(debateStatuses),
  language: z.string(),
  openedAt: timeSchema.nullable(),
  updatedAt: timeSchema,
  counts: z.object({ arguments: z.int(), comments: z.int(), people: z.int() }),
};

export const debateCardJson = z
  .object({
    ...head,
    balance: z.object({
      support: z.int(),
      oppose: z.int(),
      share: z.number().nullable().openapi({
        description:
          "Share of the impact given for the motion, 0 to 1; null before the first vote.",
      }),
    }),
    statusLine: z.string(),
    reportedOn: z.string().nullable(),
  })
  .openapi("DebateCard");

const sources = z.array(citationJson);

const briefJson = z
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

export const debateJson = z.object({ ...head, brief: briefJson.nullable() }).openapi("Debate");
