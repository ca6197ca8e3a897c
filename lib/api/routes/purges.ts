import { createRoute, z } from "@hono/zod-openapi";
import { confirmPurge } from "@/lib/purges/commands/confirm-purge";
import { requestPurge } from "@/lib/purges/commands/request-purge";
import { withdrawPurge } from "@/lib/purges/commands/withdraw-purge";
import { listPurges } from "@/lib/purges/queries/purges";
import { purgeStates } from "@/lib/purges/vocabulary";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import { json, jsonBody, numberParam, pageOf, pageQuery, refusalsOf } from "../shapes/page";
import {
  confirmedJson,
  purgeBody,
  purgeJson,
  requestedJson,
  toPurgeJson,
  toRequestInput,
} from "../shapes/purge";

export const purges = router();

const tags = ["Administration"];
const scope =
  "For administrators; a token needs the scope `moderate`, and `write` to change something.";

purges.openapi(
  createRoute({
    method: "get",
    path: "/purges",
    tags,
    summary: "What waits to be purged by law, and what was",
    description: scope,
    middleware: readsAsPerson,
    request: { query: z.object({ ...pageQuery, state: z.enum(purgeStates).optional() }) },
    responses: {
      200: json(pageOf(purgeJson), "A page of purges, newest first"),
      ...refusalsOf.own,
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const { items, nextCursor } = await listPurges(c.get("viewer"), c.req.valid("query"));
    return c.json({ items: items.map(toPurgeJson), nextCursor }, 200);
  },
);

purges.openapi(
  createRoute({
    method: "post",
    path: "/purges",
    tags,
    summary: "Ask that words go by law; they are hidden until another administrator decides",
    description: scope,
    middleware: writes,
    request: { body: jsonBody(purgeBody) },
    responses: { 201: json(requestedJson, "It waits"), ...refusalsOf.writing },
  }),
  async (c) => {
    const input = toRequestInput(c.req.valid("json"));
    return c.json(await requestPurge(c.get("viewer"), input), 201);
  },
);

purges.openapi(
  createRoute({
    method: "post",
    path: "/purges/{id}/confirm",
    tags,
    summary: "Purge for good what another administrator asked for",
    description: `Nothing brings the words back. ${scope}`,
    middleware: writes,
    request: { params: numberParam },
    responses: { 200: json(confirmedJson, "The words are gone"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id: purge } = c.req.valid("param");
    return c.json(await confirmPurge(c.get("viewer"), { purge }), 200);
  },
);

purges.openapi(
  createRoute({
    method: "delete",
    path: "/purges/{id}",
    tags,
    summary: "Withdraw a purge that nobody confirmed; what it hid is shown again",
    description: scope,
    middleware: writes,
    request: { params: numberParam },
    responses: { 204: { description: "Withdrawn" }, ...refusalsOf.writing },
  }),
  async (c) => {
    await withdrawPurge(c.get("viewer"), { purge: c.req.valid("param").id });
    return c.body(null, 204);
  },
);
