import { z } from "@hono/zod-openapi";
import { argumentLimits, stances } from "@/lib/arguments/vocabulary";
import { publicIdSchema } from "@/lib/shared/ids";
import { changeSuggestionSchema, curationSchema, type Suggested } from "@/lib/suggestions/schema";
import type { SuggestionView, Waiting } from "@/lib/suggestions/view";
import {
  suggestionKinds,
  suggestionLimits,
  suggestionStatuses,
  suggestionWhys,
} from "@/lib/suggestions/vocabulary";
import { authorSchema, toAuthorJson } from "./argument";
import { citationInput, factIds, sourcesBody } from "./argument-input";
import { timeSchema } from "./page";

const named = z.object({ id: z.string(), number: z.string(), title: z.string() });
const source = z.object({
  title: z.string(),
  url: z.string().optional(),
  publisher: z.string(),
  published: z.string().optional(),
  quotation: z.string(),
});

/** What of it there is depends on its kind. */
const content = z
  .object({
    stance: z.enum(stances).optional(),
    title: z.string().optional(),
    body: z.string().optional(),
    sources: z.array(source).optional(),
    factIds: z.array(z.int()).optional(),
    reason: z.string().optional(),
    source: source.optional(),
    note: z.string().optional(),
  })
  .nullable();

const item = {
  id: z.string().openapi({ example: "42-9" }),
  kind: z.enum(suggestionKinds),
  status: z.enum(suggestionStatuses),
  why: z.enum(suggestionWhys).openapi({ description: "Why it waits, or waited." }),
  debate: z.object({ slug: z.string(), title: z.string() }),
  argument: named.nullable().openapi({ description: "What it is about; null for the motion." }),
  answer: z.string().openapi({ description: "What the editor asked or said." }),
  createdAt: timeSchema,
};

export const suggestionItemJson = z
  .object({ ...item, title: z.string().openapi({ description: "Its first words." }) })
  .openapi("SuggestionItem");

export const suggestionJson = z
  .object({
    ...item,
    version: z.int(),
    author: authorSchema,
    content,
    accepted: content.openapi({ description: "As an editor accepted it, with other words." }),
    other: named.nullable().openapi({
      description: "The argument that says the same, or below which it would stand.",
    }),
    answeredBy: authorSchema,
    url: z.string().nullable().openapi({ description: "Where it stands: a path on this site." }),
    updatedAt: timeSchema,
  })
  .openapi("Suggestion");

function toContentJson(suggested: Suggested | null): z.infer<typeof content> {
  if (!suggested) return null;
  switch (suggested.kind) {
    case "COMMENT":
      return { body: suggested.content.body };
    case "EDIT": {
      const { version: _version, ...words } = suggested.content;
      return words;
    }
    case "PLACE":
      return { stance: suggested.content.stance, note: suggested.content.note };
    case "DUPLICATE":
      return { note: suggested.content.note };
    case "ARGUMENT":
    case "SOURCE":
      return suggested.content;
  }
}

export function toSuggestionJson(view: SuggestionView): z.infer<typeof suggestionJson> {
  const { can: _can, standing: _standing, href, author, answeredBy, ...rest } = view;
  return {
    ...rest,
    author: toAuthorJson(author),
    answeredBy: toAuthorJson(answeredBy),
    content: toContentJson(view.content),
    accepted: toContentJson(view.accepted),
    url: href,
  };
}

/** What a 202 says: it waits for an editor, and where. */
export const waitingJson = z
  .object({
    suggestion: z.string().openapi({ example: "42-9" }),
    why: z.enum(suggestionWhys),
    debate: z.string(),
  })
  .openapi("Waiting");

export function toWaitingJson({ suggestion, why, debate }: Waiting) {
  return { suggestion, why, debate };
}

const change = changeSuggestionSchema.shape;
const note = change.note.unwrap().meta({ maxLength: suggestionLimits.note }).default("");
const title = change.title.unwrap().meta({ minLength: 3, maxLength: argumentLimits.title });
const body = change.body.unwrap().meta({ maxLength: argumentLimits.body });
const about = { argumentId: publicIdSchema.meta({ example: "42-137" }) };

const otherArgument = z
  .string()
  .max(2000)
  .openapi({ description: "By its id, its number or a link to it; `root` for the motion." });

/** `POST /suggestions` */
export const newSuggestionBody = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("EDIT"),
      ...about,
      version: z.int().min(1).max(2_147_483_647),
      title: title.optional(),
      body: body.optional(),
      sources: sourcesBody.optional(),
      factIds: factIds.optional(),
      reason: z.string().max(argumentLimits.reason).default(""),
    }),
    z.strictObject({ kind: z.literal("SOURCE"), ...about, source: citationInput, note }),
    z.strictObject({
      kind: z.literal("PLACE"),
      ...about,
      to: otherArgument,
      stance: z.enum(stances),
      note,
    }),
    z.strictObject({
      kind: z.literal("DUPLICATE"),
      ...about,
      of: otherArgument,
      note,
    }),
  ])
  .openapi("NewSuggestion");

/** `PATCH /suggestions/{id}`: what is left out stays as it is. */
export const suggestionChangeBody = z
  .strictObject({
    version: z.int().min(1).max(2_147_483_647),
    title: title.optional(),
    body: body.optional(),
    sources: sourcesBody.optional(),
    source: citationInput.optional(),
    note: change.note.unwrap().optional(),
  })
  .openapi("SuggestionChange");

/** `PATCH /debates/{slug}/curation`: what is left out stays as it is. */
export const curationBody = z
  .strictObject({
    curated: z.boolean().optional(),
    heldWords: z
      .array(z.string().min(1).max(suggestionLimits.word))
      .max(suggestionLimits.words)
      .optional(),
    heldLinks: z.int().min(0).max(suggestionLimits.links).nullable().optional().openapi({
      description:
        "A new member's text with more links waits. 0: links are not counted; null: as the site's setting says.",
    }),
    publicReason: curationSchema.shape.publicReason.meta({ minLength: 3, maxLength: 1000 }),
  })
  .openapi("CurationChange");

export const curationJson = z
  .object({
    debate: z.string(),
    curated: z.boolean().openapi({ description: "New arguments and edits wait for an editor." }),
    heldWords: z.array(z.string()),
    heldLinks: z.int().nullable().openapi({
      description: "A new member's text with more links waits; null: as the site's setting says.",
    }),
    entry: z.int(),
  })
  .openapi("Curation");
