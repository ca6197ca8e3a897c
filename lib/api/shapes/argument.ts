import { z } from "@hono/zod-openapi";
import { argumentMarks, stances } from "@/lib/arguments/vocabulary";
import type { ArgumentView, CitationView } from "@/lib/arguments/view";
import { sourceKinds } from "@/lib/debates/schema";
import { timeSchema } from "./page";

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
