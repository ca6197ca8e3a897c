import { createRoute, z } from "@hono/zod-openapi";
import { changeReply, deleteReply, saveReply } from "@/lib/moderation/commands/saved-replies";
import { listReplies } from "@/lib/moderation/queries/saved-replies";
import { changeReplySchema, saveReplySchema } from "@/lib/moderation/queue-schema";
import { readsAsPerson, writes } from "../identity";
import { asInput } from "../problem";
import { router } from "../router";
import { json, jsonBody, numberParam, refusalsOf } from "../shapes/page";
import { replyBody, replyChangeBody, replyJson } from "../shapes/queue";

/** A moderator's own words for public reasons. */
export const savedReplies = router();

const tags = ["Moderation"];
const description = "A token needs the scope `moderate`, and `write` to change something.";

savedReplies.openapi(
  createRoute({
    method: "get",
    path: "/moderation/replies",
    tags,
    summary: "One's saved replies: words for public reasons",
    description,
    middleware: readsAsPerson,
    responses: {
      200: json(z.object({ items: z.array(replyJson) }), "The replies, by name"),
      ...refusalsOf.own,
    },
  }),
  async (c) => {
    const { items } = await listReplies(c.get("viewer"));
    return c.json({ items }, 200);
  },
);

savedReplies.openapi(
  createRoute({
    method: "post",
    path: "/moderation/replies",
    tags,
    summary: "Keep words for public reasons under a name of their own",
    description,
    middleware: writes,
    request: { body: jsonBody(replyBody) },
    responses: { 201: json(replyJson, "The reply"), ...refusalsOf.account },
  }),
  async (c) => {
    const input = asInput(saveReplySchema, c.req.valid("json"));
    return c.json(await saveReply(c.get("viewer"), input), 201);
  },
);

savedReplies.openapi(
  createRoute({
    method: "patch",
    path: "/moderation/replies/{id}",
    tags,
    summary: "Give a saved reply of one's own another name or other words",
    description,
    middleware: writes,
    request: { params: numberParam, body: jsonBody(replyChangeBody) },
    responses: { 200: json(replyJson, "The reply as it is now"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id: reply } = c.req.valid("param");
    const input = asInput(changeReplySchema, { ...c.req.valid("json"), reply });
    return c.json(await changeReply(c.get("viewer"), input), 200);
  },
);

savedReplies.openapi(
  createRoute({
    method: "delete",
    path: "/moderation/replies/{id}",
    tags,
    summary: "Forget a saved reply of one's own",
    description,
    middleware: writes,
    request: { params: numberParam },
    responses: {
      200: json(z.object({ deleted: z.literal(true) }), "It is gone"),
      ...refusalsOf.writing,
    },
  }),
  async (c) => {
    const { id: reply } = c.req.valid("param");
    return c.json(await deleteReply(c.get("viewer"), { reply }), 200);
  },
);
