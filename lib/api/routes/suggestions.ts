import { createRoute, z } from "@hono/zod-openapi";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId, publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { changeSuggestion, withdrawSuggestion } from "@/lib/suggestions/commands/change-suggestion";
import { setCuration } from "@/lib/suggestions/commands/set-curation";
import { suggest } from "@/lib/suggestions/commands/suggest";
import { getSuggestion, listSuggestions } from "@/lib/suggestions/queries/suggestions";
import { curationSchema, suggestSchema } from "@/lib/suggestions/schema";
import { changedWords, readArgument } from "../argument-words";
import { submissionKeyOf } from "../idempotency";
import { readsAsPerson, writes } from "../identity";
import { asInput } from "../problem";
import { router } from "../router";
import { idParam, json, jsonBody, pageOf, pageQuery, refusalsOf, slugParam } from "../shapes/page";
import {
  curationBody,
  curationJson,
  newSuggestionBody,
  suggestionChangeBody,
  suggestionItemJson,
  suggestionJson,
  toSuggestionJson,
} from "../shapes/suggestion";

/** What waits for an editor, as its author sees it. It is decided among the reviews. */
export const suggestions = router();

const tags = ["Suggestions"];

/**
 * What is left out of an edit stays as it is.
 * @throws DomainError NOT_FOUND, or INVALID_INPUT for what names no argument
 */
async function parseSuggestion(viewer: Viewer, sent: z.output<typeof newSuggestionBody>) {
  const argumentId = publicId(sent.argumentId);
  const words =
    sent.kind === "EDIT" ? changedWords(await readArgument(argumentId, viewer), sent) : {};
  return asInput(suggestSchema, { ...sent, ...words, argumentId });
}

/** @throws DomainError NOT_FOUND */
async function read(viewer: Viewer, id: string) {
  const suggestion = await getSuggestion(viewer, id);
  if (!suggestion) throw new DomainError("NOT_FOUND");
  return toSuggestionJson(suggestion);
}

suggestions.openapi(
  createRoute({
    method: "get",
    path: "/suggestions",
    tags,
    summary: "What one sent that waits for an editor, or waited, newest first",
    middleware: readsAsPerson,
    request: { query: z.object(pageQuery) },
    responses: {
      200: json(pageOf(suggestionItemJson), "A page of suggestions"),
      ...refusalsOf.own,
      ...refusalsOf.asking,
    },
  }),
  async (c) => c.json(await listSuggestions(c.get("viewer"), c.req.valid("query")), 200),
);

suggestions.openapi(
  createRoute({
    method: "post",
    path: "/suggestions",
    tags,
    summary:
      "Suggest other words, a source, another place or a duplicate for somebody else's argument",
    description:
      "It waits for an editor of the debate, and stands nowhere until it is accepted. What is left out of an edit stays as it is.",
    middleware: writes,
    request: { body: jsonBody(newSuggestionBody) },
    responses: { 201: json(suggestionJson, "It waits"), ...refusalsOf.writing },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const input = await parseSuggestion(viewer, c.req.valid("json"));
    const { suggestion } = await suggest(viewer, { ...input, submissionKey: submissionKeyOf(c) });
    c.header("Location", `/api/v1/suggestions/${suggestion}`);
    return c.json(await read(viewer, suggestion), 201);
  },
);

suggestions.openapi(
  createRoute({
    method: "get",
    path: "/suggestions/{id}",
    tags,
    summary: "One contribution that waits or waited: for its author and for editors of the debate",
    middleware: readsAsPerson,
    request: { params: idParam },
    responses: { 200: json(suggestionJson, "It"), ...refusalsOf.own, ...refusalsOf.reading },
  }),
  async (c) => c.json(await read(c.get("viewer"), c.req.valid("param").id), 200),
);

suggestions.openapi(
  createRoute({
    method: "patch",
    path: "/suggestions/{id}",
    tags,
    summary: "Give what waits other words",
    description: "What is left out stays as it is. Asked back, it waits again.",
    middleware: writes,
    request: { params: idParam, body: jsonBody(suggestionChangeBody) },
    responses: { 200: json(suggestionJson, "As it waits now"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id } = c.req.valid("param");
    const viewer = c.get("viewer");
    await changeSuggestion(viewer, { ...c.req.valid("json"), id: parsePublicId(id)! });
    return c.json(await read(viewer, id), 200);
  },
);

suggestions.openapi(
  createRoute({
    method: "delete",
    path: "/suggestions/{id}",
    tags,
    summary: "Take back what waits; its words stay with its author",
    middleware: writes,
    request: { params: idParam },
    responses: { 200: json(suggestionJson, "Taken back"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id } = c.req.valid("param");
    const viewer = c.get("viewer");
    await withdrawSuggestion(viewer, { id: parsePublicId(id)! });
    return c.json(await read(viewer, id), 200);
  },
);

suggestions.openapi(
  createRoute({
    method: "patch",
    path: "/debates/{slug}/curation",
    tags: ["Moderation"],
    summary:
      "Whether contributions to a debate wait for an editor, which words are held, and how many links",
    description:
      "For editors of the debate and moderators. A token needs the scope `moderate` too.",
    middleware: writes,
    request: { params: slugParam, body: jsonBody(curationBody) },
    responses: { 200: json(curationJson, "As it is now"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { slug: debate } = c.req.valid("param");
    const input = asInput(curationSchema, { ...c.req.valid("json"), debate });
    return c.json(await setCuration(c.get("viewer"), input), 200);
  },
);
