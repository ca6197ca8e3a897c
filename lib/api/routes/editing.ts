import { createRoute } from "@hono/zod-openapi";
import { createDebate } from "@/lib/debates/commands/create-debate";
import { abandonDraft, publishDebate } from "@/lib/debates/commands/publish-debate";
import { writeDecision } from "@/lib/debates/commands/write-decision";
import { writes } from "../identity";
import { assertMatches, onVersion } from "../protocol/preconditions";
import { router } from "../router";
import { toCitationInput } from "../shapes/argument";
import { debateJson } from "../shapes/debate";
import { debateChangeBody, newDebateBody } from "../shapes/editing";
import { json, jsonBody, refusalsOf, slugParam } from "../shapes/page";
import { readDebate, stateOf } from "../debate-state";

/** Making a debate, writing its decision, opening it. */
export const editing = router();

const tags = ["Editing debates"];
const oneDebate = json(debateJson, "The debate as it is now");

editing.openapi(
  createRoute({
    method: "post",
    path: "/debates",
    tags,
    summary: "Make a draft of a debate",
    description: "Moderators and administrators; members too where the site lets them.",
    middleware: writes,
    request: { body: jsonBody(newDebateBody) },
    responses: { 201: json(debateJson, "The new draft"), ...refusalsOf.account },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const { debate } = await createDebate(viewer, c.req.valid("json"));
    c.header("Location", `/api/v1/debates/${debate}`);
    return c.json(await readDebate(debate, viewer), 201);
  },
);

editing.openapi(
  createRoute({
    method: "patch",
    path: "/debates/{slug}",
    tags,
    summary: "Write the decision, the motion and the scope",
    description:
      "What is left out stays as it is. Say which state it was begun on: by version or by If-Match.",
    middleware: writes,
    request: { params: slugParam, body: jsonBody(debateChangeBody) },
    responses: { 200: oneDebate, ...refusalsOf.editing },
  }),
  async (c) => {
    const { slug } = c.req.valid("param");
    const viewer = c.get("viewer");
    const { version: begunOn, reportedOn, ...changes } = c.req.valid("json");
    const before = await readDebate(slug, viewer);
    const { title, motion, motionNote, brief } = before;
    await onVersion(c, begunOn, stateOf(before), (version) =>
      writeDecision(viewer, {
        ...{ debate: slug, version, title, motion, motionNote },
        headline: brief?.headline ?? "",
        summary: brief?.summary ?? "",
        statusLine: brief?.statusLine ?? "",
        decidedBy: brief?.decidedBy ?? "",
        readingNote: brief?.readingNote ?? "",
        affects: brief?.affects ?? [],
        scopeKnown: brief?.scopeKnown ?? [],
        scopeUnknown: brief?.scopeUnknown ?? [],
        sources: brief?.sources.map(toCitationInput) ?? [],
        ...changes,
        reportedOn: (reportedOn === undefined ? brief?.reportedOn : reportedOn) ?? undefined,
      }),
    );
    return c.json(await readDebate(slug, viewer), 200);
  },
);

editing.openapi(
  createRoute({
    method: "post",
    path: "/debates/{slug}/publish",
    tags,
    summary: "Open a draft to everybody",
    description: "Refused with NOT_READY and what is missing until the checklist is fulfilled.",
    middleware: writes,
    request: { params: slugParam },
    responses: { 200: oneDebate, ...refusalsOf.writing },
  }),
  async (c) => {
    const { slug } = c.req.valid("param");
    const viewer = c.get("viewer");
    await publishDebate(viewer, { debate: slug });
    return c.json(await readDebate(slug, viewer), 200);
  },
);

editing.openapi(
  createRoute({
    method: "delete",
    path: "/debates/{slug}",
    tags,
    summary: "Give up a draft: all of it is deleted",
    middleware: writes,
    request: { params: slugParam },
    responses: {
      204: { description: "It is gone" },
      ...refusalsOf.writing,
      412: refusalsOf.editing[412],
    },
  }),
  async (c) => {
    const { slug } = c.req.valid("param");
    const viewer = c.get("viewer");
    assertMatches(c, stateOf(await readDebate(slug, viewer)));
    await abandonDraft(viewer, { debate: slug });
    return c.body(null, 204);
  },
);
