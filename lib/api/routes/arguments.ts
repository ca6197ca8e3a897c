import { createRoute } from "@hono/zod-openapi";
import { archiveArgument, restoreArgument } from "@/lib/arguments/commands/archive-argument";
import { confirmFacts } from "@/lib/arguments/commands/confirm-facts";
import { getRevisions } from "@/lib/arguments/queries/revisions";
import type { ArgumentView } from "@/lib/arguments/view";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId } from "@/lib/shared/ids";
import { offerArgument, offerEdit } from "@/lib/suggestions/commands/offer";
import { isWaiting } from "@/lib/suggestions/view";
import { changedWords, readArgument } from "../argument-words";
import { submissionKeyOf } from "../idempotency";
import { writes } from "../identity";
import { onVersion } from "../protocol/preconditions";
import { router } from "../router";
import { argumentJson, toArgumentJson } from "../shapes/argument";
import { argumentChangeBody, newArgumentBody, reasonBody } from "../shapes/argument-input";
import { confirmFactsBody } from "../shapes/editing";
import { idParam, json, jsonBody, refusalsOf, slugParam, wholeList } from "../shapes/page";
import { revisionJson, toRevisionJson } from "../shapes/revision";
import { toWaitingJson, waitingJson } from "../shapes/suggestion";

export const argumentRoutes = router();

const oneArgument = json(argumentJson, "The argument");

function stateOf(argument: ArgumentView) {
  return { current: toArgumentJson(argument), version: argument.version };
}

argumentRoutes.openapi(
  createRoute({
    method: "post",
    path: "/debates/{slug}/arguments",
    tags: ["Arguments"],
    summary: "Post an argument",
    description: "Where contributions wait for an editor, 202 says where it waits.",
    middleware: writes,
    request: { params: slugParam, body: jsonBody(newArgumentBody) },
    responses: {
      201: json(argumentJson, "The new argument"),
      202: json(waitingJson, "It waits for an editor"),
      ...refusalsOf.writing,
    },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const made = await offerArgument(viewer, {
      ...c.req.valid("json"),
      debate: c.req.valid("param").slug,
      submissionKey: submissionKeyOf(c),
    });
    if (isWaiting(made)) return c.json(toWaitingJson(made), 202);
    const { id } = made;
    c.header("Location", `/api/v1/arguments/${id}`);
    return c.json(toArgumentJson(await readArgument(id, viewer)), 201);
  },
);

argumentRoutes.openapi(
  createRoute({
    method: "get",
    path: "/arguments/{id}",
    tags: ["Arguments"],
    summary: "One argument, also when it is archived",
    request: { params: idParam },
    responses: { 200: oneArgument, ...refusalsOf.reading },
  }),
  async (c) => {
    const argument = await readArgument(c.req.valid("param").id, c.get("viewer"));
    return c.json(toArgumentJson(argument), 200);
  },
);

argumentRoutes.openapi(
  createRoute({
    method: "patch",
    path: "/arguments/{id}",
    tags: ["Arguments"],
    summary: "Change an argument's words, sources or facts",
    description:
      "What is left out stays as it is. Every change is kept as a revision. Say which state it was begun on: by version or by If-Match. Where contributions wait for an editor, 202 says where it waits.",
    middleware: writes,
    request: { params: idParam, body: jsonBody(argumentChangeBody) },
    responses: {
      200: oneArgument,
      202: json(waitingJson, "It waits for an editor"),
      ...refusalsOf.editing,
    },
  }),
  async (c) => {
    const { id } = c.req.valid("param");
    const viewer = c.get("viewer");
    const { version: begunOn, reason, ...words } = c.req.valid("json");
    const before = await readArgument(id, viewer);
    const made = await onVersion(c, begunOn, stateOf(before), (version) =>
      offerEdit(viewer, {
        id: parsePublicId(id)!,
        version,
        reason,
        ...changedWords(before, words),
      }),
    );
    if (isWaiting(made)) return c.json(toWaitingJson(made), 202);
    return c.json(toArgumentJson(await readArgument(id, viewer)), 200);
  },
);

argumentRoutes.openapi(
  createRoute({
    method: "post",
    path: "/arguments/{id}/confirm-facts",
    tags: ["Arguments"],
    summary: "Say that an argument still holds after facts it cites were corrected",
    description: "Its author, an editor or a moderator, who has looked.",
    middleware: writes,
    request: { params: idParam, body: jsonBody(confirmFactsBody) },
    responses: { 200: oneArgument, ...refusalsOf.writing, 412: refusalsOf.editing[412] },
  }),
  async (c) => {
    const { id } = c.req.valid("param");
    const viewer = c.get("viewer");
    const { version: begunOn, facts } = c.req.valid("json");
    const before = await readArgument(id, viewer);
    const corrected = before.facts.filter((fact) => fact.corrected);
    await onVersion(c, begunOn, { ...stateOf(before), needed: false }, (version) =>
      confirmFacts(viewer, { id: parsePublicId(id)!, version, facts: facts ?? corrected }),
    );
    return c.json(toArgumentJson(await readArgument(id, viewer)), 200);
  },
);

for (const [verb, command, summary] of [
  ["archive", archiveArgument, "Take an argument out of the tree, reversibly"],
  ["restore", restoreArgument, "Put an archived argument back"],
] as const) {
  argumentRoutes.openapi(
    createRoute({
      method: "post",
      path: `/arguments/{id}/${verb}`,
      tags: ["Arguments"],
      summary,
      description: "Without a version or If-Match the present state is meant.",
      middleware: writes,
      request: { params: idParam, body: jsonBody(reasonBody) },
      responses: {
        200: oneArgument,
        ...refusalsOf.writing,
        412: refusalsOf.editing[412],
      },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const viewer = c.get("viewer");
      const { reason, version: begunOn } = c.req.valid("json");
      const before = stateOf(await readArgument(id, viewer));
      await onVersion(c, begunOn, { ...before, needed: false }, (version) =>
        command(viewer, { id: parsePublicId(id)!, reason, version }),
      );
      return c.json(toArgumentJson(await readArgument(id, viewer)), 200);
    },
  );
}

argumentRoutes.openapi(
  createRoute({
    method: "get",
    path: "/arguments/{id}/revisions",
    tags: ["Arguments"],
    summary: "Every state an argument has had, newest first",
    request: { params: idParam },
    responses: {
      200: json(wholeList(revisionJson), "The revisions"),
      ...refusalsOf.reading,
    },
  }),
  async (c) => {
    const revisions = await getRevisions(c.req.valid("param").id, c.get("viewer"));
    if (!revisions) throw new DomainError("NOT_FOUND");
    return c.json({ items: revisions.map(toRevisionJson), nextCursor: null }, 200);
  },
);
