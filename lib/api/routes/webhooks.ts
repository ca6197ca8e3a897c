import { createRoute, z } from "@hono/zod-openapi";
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  rotateSecret,
} from "@/lib/webhooks/commands/manage";
import { pingWebhook, redeliver } from "@/lib/webhooks/commands/resend";
import { getWebhook, listDeliveries, listWebhooks } from "@/lib/webhooks/queries/webhooks";
import { changeWebhookSchema, createWebhookSchema } from "@/lib/webhooks/schema";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import { json, jsonBody, pageOf, pageQuery, refusalsOf } from "../shapes/page";
import { deliveryJson, toDeliveryJson, toWebhookJson, webhookJson } from "../shapes/webhook";

export const webhooks = router();

const tags = ["Webhooks"];
const number = z.string().regex(/^[1-9]\d{0,8}$/);
const oneParam = z.object({ id: number });
const deliveryParam = z.object({ id: number, deliveryId: z.uuid() });
const secretJson = z.object({ id: z.int(), secret: z.string() });
const queued = z.object({ deliveryId: z.string() });

webhooks.openapi(
  createRoute({
    method: "get",
    path: "/webhooks",
    tags,
    summary: "One's webhooks, never their secrets",
    middleware: readsAsPerson,
    responses: {
      200: json(z.object({ items: z.array(webhookJson), nextCursor: z.null() }), "The webhooks"),
      ...refusalsOf.own,
    },
  }),
  async (c) => {
    const items = (await listWebhooks(c.get("viewer"))).map(toWebhookJson);
    return c.json({ items, nextCursor: null }, 200);
  },
);

webhooks.openapi(
  createRoute({
    method: "post",
    path: "/webhooks",
    tags,
    summary: "Have a program told of what happens",
    description:
      "In one debate, or without one in all that are public. The secret signs every delivery and is shown this once.",
    middleware: writes,
    request: { body: jsonBody(createWebhookSchema) },
    responses: { 201: json(secretJson, "The webhook's id and secret"), ...refusalsOf.writing },
  }),
  async (c) => c.json(await createWebhook(c.get("viewer"), c.req.valid("json")), 201),
);

webhooks.openapi(
  createRoute({
    method: "get",
    path: "/webhooks/{id}",
    tags,
    summary: "One of one's webhooks",
    middleware: readsAsPerson,
    request: { params: oneParam },
    responses: {
      200: json(webhookJson, "The webhook"),
      ...refusalsOf.own,
      ...refusalsOf.reading,
    },
  }),
  async (c) => {
    const webhook = await getWebhook(c.get("viewer"), Number(c.req.valid("param").id));
    return c.json(toWebhookJson(webhook), 200);
  },
);

webhooks.openapi(
  createRoute({
    method: "patch",
    path: "/webhooks/{id}",
    tags,
    summary: "Change where it leads and what it hears of; pause it, or let it go on",
    middleware: writes,
    request: { params: oneParam, body: jsonBody(changeWebhookSchema.omit({ webhookId: true })) },
    responses: { 200: json(webhookJson, "The webhook"), ...refusalsOf.writing },
  }),
  async (c) => {
    const [viewer, webhookId] = [c.get("viewer"), Number(c.req.valid("param").id)];
    await changeWebhook(viewer, { webhookId, ...c.req.valid("json") });
    return c.json(toWebhookJson(await getWebhook(viewer, webhookId)), 200);
  },
);

webhooks.openapi(
  createRoute({
    method: "delete",
    path: "/webhooks/{id}",
    tags,
    summary: "Delete a webhook with its log",
    middleware: writes,
    request: { params: oneParam },
    responses: { 204: { description: "Deleted" }, ...refusalsOf.writing },
  }),
  async (c) => {
    await deleteWebhook(c.get("viewer"), { webhookId: Number(c.req.valid("param").id) });
    return c.body(null, 204);
  },
);

webhooks.openapi(
  createRoute({
    method: "post",
    path: "/webhooks/{id}/secret",
    tags,
    summary: "Give it a new secret; the former one signs nothing from then on",
    middleware: writes,
    request: { params: oneParam },
    responses: { 200: json(secretJson, "The new secret"), ...refusalsOf.writing },
  }),
  async (c) => {
    const ref = { webhookId: Number(c.req.valid("param").id) };
    return c.json(await rotateSecret(c.get("viewer"), ref), 200);
  },
);

webhooks.openapi(
  createRoute({
    method: "post",
    path: "/webhooks/{id}/ping",
    tags,
    summary: "Send it something to try it out",
    middleware: writes,
    request: { params: oneParam },
    responses: { 202: json(queued, "On its way"), ...refusalsOf.writing },
  }),
  async (c) => {
    const ref = { webhookId: Number(c.req.valid("param").id) };
    return c.json(await pingWebhook(c.get("viewer"), ref), 202);
  },
);

webhooks.openapi(
  createRoute({
    method: "get",
    path: "/webhooks/{id}/deliveries",
    tags,
    summary: "What was sent in the last 30 days, newest first",
    middleware: readsAsPerson,
    request: { params: oneParam, query: z.object(pageQuery) },
    responses: {
      200: json(pageOf(deliveryJson), "A page of deliveries"),
      ...refusalsOf.own,
      ...refusalsOf.reading,
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const id = Number(c.req.valid("param").id);
    const page = await listDeliveries(c.get("viewer"), id, c.req.valid("query"));
    return c.json({ items: page.items.map(toDeliveryJson), nextCursor: page.nextCursor }, 200);
  },
);

webhooks.openapi(
  createRoute({
    method: "post",
    path: "/webhooks/{id}/deliveries/{deliveryId}/redeliver",
    tags,
    summary: "Send a delivery once more, with the same id",
    middleware: writes,
    request: { params: deliveryParam },
    responses: { 202: json(queued, "On its way"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id, deliveryId } = c.req.valid("param");
    const ref = { webhookId: Number(id), deliveryId };
    return c.json(await redeliver(c.get("viewer"), ref), 202);
  },
);
