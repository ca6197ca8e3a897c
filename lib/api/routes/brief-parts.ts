import { createRoute } from "@hono/zod-openapi";
import { moveItem, removeItem } from "@/lib/debates/commands/arrange-items";
import { writeFact } from "@/lib/debates/commands/write-fact";
import { writeItem } from "@/lib/debates/commands/write-item";
import { DomainError } from "@/lib/shared/errors";
import { writes } from "../identity";
import { onVersion } from "../protocol/preconditions";
import { router } from "../router";
import { toCitationInput } from "../shapes/argument";
import { debateJson } from "../shapes/debate";
import {
  briefItemBody,
  factChangeBody,
  factParam,
  itemParam,
  listParam,
  moveBody,
  newFactBody,
  orderedParam,
} from "../shapes/editing";
import { json, jsonBody, refusalsOf, slugParam } from "../shapes/page";
import { readDebate, stateOf } from "../debate-state";

/** The lists of a brief. Each answers with the whole debate, whose version the next change names. */
export const briefParts = router();

const tags = ["Editing debates"];
const oneDebate = json(debateJson, "The debate as it is now");
const middleware = writes;
const removed = { 200: oneDebate, ...refusalsOf.writing, 412: refusalsOf.editing[412] };

briefParts.openapi(
  createRoute({
    ...{ method: "post", path: "/debates/{slug}/facts", tags, middleware },
    summary: "Add a fact to the brief",
    request: { params: slugParam, body: jsonBody(newFactBody) },
    responses: { 201: oneDebate, ...refusalsOf.editing },
  }),
  async (c) => {
    const { slug } = c.req.valid("param");
    const viewer = c.get("viewer");
    const { version: begunOn, ...fact } = c.req.valid("json");
    await onVersion(c, begunOn, stateOf(await readDebate(slug, viewer)), (version) =>
      writeFact(viewer, { debate: slug, version, id: undefined, reason: "", ...fact }),
    );
    return c.json(await readDebate(slug, viewer), 201);
  },
);

type Debate = Awaited<ReturnType<typeof readDebate>>;

/** @throws DomainError NOT_FOUND */
function factOf({ brief }: Debate, number: number) {
  const fact = brief?.facts.find((one) => one.number === number);
  if (!fact) throw new DomainError("NOT_FOUND");
  return fact;
}

briefParts.openapi(
  createRoute({
    ...{ method: "patch", path: "/debates/{slug}/facts/{number}", tags, middleware },
    summary: "Correct a fact",
    description:
      "Other words or another certainty for a published fact are a correction: public, with a reason. What is left out stays as it is.",
    request: { params: factParam, body: jsonBody(factChangeBody) },
    responses: { 200: oneDebate, ...refusalsOf.editing },
  }),
  async (c) => {
    const { slug, number } = c.req.valid("param");
    const viewer = c.get("viewer");
    const { version: begunOn, ...changes } = c.req.valid("json");
    const before = await readDebate(slug, viewer);
    const { id, text, certainty, sources } = factOf(before, number);
    await onVersion(c, begunOn, stateOf(before), (version) =>
      writeFact(viewer, {
        ...{ debate: slug, version, id, text, certainty },
        sources: sources.map(toCitationInput),
        ...changes,
      }),
    );
    return c.json(await readDebate(slug, viewer), 200);
  },
);

briefParts.openapi(
  createRoute({
    ...{ method: "delete", path: "/debates/{slug}/facts/{number}", tags, middleware },
    summary: "Remove a fact from a draft",
    request: { params: factParam },
    responses: removed,
  }),
  async (c) => {
    const { slug, number } = c.req.valid("param");
    const viewer = c.get("viewer");
    const before = await readDebate(slug, viewer);
    const { id } = factOf(before, number);
    await onVersion(c, undefined, { ...stateOf(before), needed: false }, (version) =>
      removeItem(viewer, { debate: slug, version, part: "facts", id }),
    );
    return c.json(await readDebate(slug, viewer), 200);
  },
);

briefParts.openapi(
  createRoute({
    ...{ method: "post", path: "/debates/{slug}/brief", tags, middleware },
    summary: "Add a person, an event, a question or a word to the brief",
    request: { params: slugParam, body: jsonBody(briefItemBody) },
    responses: { 201: oneDebate, ...refusalsOf.editing },
  }),
  async (c) => {
    const { slug } = c.req.valid("param");
    const viewer = c.get("viewer");
    const { version: begunOn, ...item } = c.req.valid("json");
    await onVersion(c, begunOn, stateOf(await readDebate(slug, viewer)), (version) =>
      writeItem(viewer, { ...item, debate: slug, version, id: undefined }),
    );
    return c.json(await readDebate(slug, viewer), 201);
  },
);

briefParts.openapi(
  createRoute({
    ...{ method: "put", path: "/debates/{slug}/brief/{itemId}", tags, middleware },
    summary: "Write a person, an event, a question or a word of the brief anew",
    request: { params: itemParam, body: jsonBody(briefItemBody) },
    responses: { 200: oneDebate, ...refusalsOf.editing },
  }),
  async (c) => {
    const { slug, itemId: id } = c.req.valid("param");
    const viewer = c.get("viewer");
    const { version: begunOn, ...item } = c.req.valid("json");
    await onVersion(c, begunOn, stateOf(await readDebate(slug, viewer)), (version) =>
      writeItem(viewer, { ...item, debate: slug, version, id }),
    );
    return c.json(await readDebate(slug, viewer), 200);
  },
);

briefParts.openapi(
  createRoute({
    ...{ method: "delete", path: "/debates/{slug}/brief/{part}/{itemId}", tags, middleware },
    summary: "Remove an item from the brief",
    request: { params: listParam },
    responses: removed,
  }),
  async (c) => {
    const { slug, part, itemId: id } = c.req.valid("param");
    const viewer = c.get("viewer");
    const before = { ...stateOf(await readDebate(slug, viewer)), needed: false };
    await onVersion(c, undefined, before, (version) =>
      removeItem(viewer, { debate: slug, version, part, id }),
    );
    return c.json(await readDebate(slug, viewer), 200);
  },
);

briefParts.openapi(
  createRoute({
    ...{ method: "post", path: "/debates/{slug}/brief/{part}/{itemId}/move", tags, middleware },
    summary: "Change places with the item before or after",
    request: { params: orderedParam, body: jsonBody(moveBody) },
    responses: { 200: oneDebate, ...refusalsOf.editing },
  }),
  async (c) => {
    const { slug, part, itemId: id } = c.req.valid("param");
    const viewer = c.get("viewer");
    const { version: begunOn, by } = c.req.valid("json");
    await onVersion(c, begunOn, stateOf(await readDebate(slug, viewer)), (version) =>
      moveItem(viewer, { debate: slug, version, part, id, by }),
    );
    return c.json(await readDebate(slug, viewer), 200);
  },
);
