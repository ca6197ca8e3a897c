import { createRoute, z } from "@hono/zod-openapi";
import { saveDraft } from "@/lib/arguments/commands/save-draft";
import { draftValuesSchema } from "@/lib/arguments/draft";
import { getDraft, listDrafts } from "@/lib/arguments/queries/draft";
import { recordVisit } from "@/lib/debates/commands/record-visit";
import { readingContext } from "@/lib/debates/queries/context";
import { DomainError } from "@/lib/shared/errors";
import { line } from "@/lib/shared/text";
import type { Viewer } from "@/lib/shared/viewer";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import { json, jsonBody, refusalsOf, slugParam, timeSchema, wholeList } from "../shapes/page";

/** What the site remembers of a member's reading and writing in a debate. */
export const drafts = router();

const values = z
  .record(z.string(), z.string())
  .openapi({ description: "Words by the names of the form's fields, 40 kB together at most." });
const draftJson = z.object({ form: z.string(), values, updatedAt: timeSchema }).openapi("Draft");

const draftParam = slugParam.extend({
  form: line({ min: 1, max: 80 }).meta({
    description:
      "reply:root:SUPPORT, reply:42-137:OPPOSE, edit:42-137 or comment:42-137; another name makes a draft that no page shows.",
    example: "reply:root:SUPPORT",
  }),
});

/** @throws DomainError NOT_FOUND */
async function context(slug: string, viewer: Viewer) {
  const found = await readingContext({ slug }, viewer);
  if (!found) throw new DomainError("NOT_FOUND");
  return found;
}

drafts.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/drafts",
    tags: ["Drafts and visits"],
    summary: "One's unsent words in a debate, the latest first",
    middleware: readsAsPerson,
    request: { params: slugParam },
    responses: { 200: json(wholeList(draftJson), "The drafts"), ...refusalsOf.reading },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const { debate } = await context(c.req.valid("param").slug, viewer);
    const items = (await listDrafts(viewer, debate.id)).map(({ updatedAt, ...draft }) => ({
      ...draft,
      updatedAt: updatedAt.toISOString(),
    }));
    return c.json({ items, nextCursor: null }, 200);
  },
);

drafts.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/drafts/{form}",
    tags: ["Drafts and visits"],
    summary: "The unsent words of one form",
    middleware: readsAsPerson,
    request: { params: draftParam },
    responses: { 200: json(z.object({ values }), "The draft"), ...refusalsOf.reading },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const { slug, form } = c.req.valid("param");
    const { debate } = await context(slug, viewer);
    const kept = await getDraft(viewer, debate.id, form);
    if (!kept) throw new DomainError("NOT_FOUND");
    return c.json({ values: kept }, 200);
  },
);

drafts.openapi(
  createRoute({
    method: "put",
    path: "/debates/{slug}/drafts/{form}",
    tags: ["Drafts and visits"],
    summary: "Keep the unsent words of one form",
    description: "Words that are all empty forget the draft. The page with that form shows it.",
    middleware: writes,
    request: { params: draftParam, body: jsonBody(z.strictObject({ values: draftValuesSchema })) },
    responses: { 204: { description: "Kept" }, ...refusalsOf.writing },
  }),
  async (c) => {
    const { slug, form } = c.req.valid("param");
    await saveDraft(c.get("viewer"), { debate: slug, form, ...c.req.valid("json") });
    return c.body(null, 204);
  },
);

drafts.openapi(
  createRoute({
    method: "delete",
    path: "/debates/{slug}/drafts/{form}",
    tags: ["Drafts and visits"],
    summary: "Forget the unsent words of one form",
    middleware: writes,
    request: { params: draftParam },
    responses: { 204: { description: "Forgotten, or there were none" }, ...refusalsOf.writing },
  }),
  async (c) => {
    const { slug, form } = c.req.valid("param");
    await saveDraft(c.get("viewer"), { debate: slug, form, values: {} });
    return c.body(null, 204);
  },
);

drafts.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/visit",
    tags: ["Drafts and visits"],
    summary: "Since when things in a debate are new to oneself",
    middleware: readsAsPerson,
    request: { params: slugParam },
    responses: {
      200: json(z.object({ newSince: timeSchema.nullable() }), "Null on the first visit"),
      ...refusalsOf.reading,
    },
  }),
  async (c) => {
    const { newSince } = await context(c.req.valid("param").slug, c.get("viewer"));
    return c.json({ newSince: newSince?.toISOString() ?? null }, 200);
  },
);

drafts.openapi(
  createRoute({
    method: "post",
    path: "/debates/{slug}/visit",
    tags: ["Drafts and visits"],
    summary: "Say that one reads a debate now",
    description: "After half an hour's pause it is a new visit: what came since the last is new.",
    middleware: writes,
    request: { params: slugParam },
    responses: { 204: { description: "Noted" }, ...refusalsOf.writing },
  }),
  async (c) => {
    await recordVisit(c.get("viewer"), { debate: c.req.valid("param").slug });
    return c.body(null, 204);
  },
);
