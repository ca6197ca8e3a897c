import { createRoute, z } from "@hono/zod-openapi";
import { closeCorrected } from "@/lib/moderation/commands/close-corrected";
import { decideMany } from "@/lib/moderation/commands/decide-many";
import { escalateReview, giveBackReview } from "@/lib/moderation/commands/escalate-review";
import { noteReview } from "@/lib/moderation/commands/note-review";
import { deleteView, saveView } from "@/lib/moderation/commands/queue-views";
import { reopenReview } from "@/lib/moderation/commands/reopen-review";
import { listViews } from "@/lib/moderation/queries/queue-views";
import { getWaits } from "@/lib/moderation/queries/waits";
import {
  escalateReviewSchema,
  noteReviewSchema,
  saveViewSchema,
} from "@/lib/moderation/queue-schema";
import { asInput } from "../problem";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import { correctedBody, decidedJson } from "../shapes/moderation";
import { json, jsonBody, numberParam, refusalsOf } from "../shapes/page";
import {
  bulkBody,
  bulkJson,
  escalatedJson,
  escalationBody,
  noteBody,
  notedJson,
  viewBody,
  viewJson,
  waitsJson,
} from "../shapes/queue";

export const moderationQueue = router();

const tags = ["Moderation"];
const description = "A token needs the scope `moderate`, and `write` to change something.";

moderationQueue.openapi(
  createRoute({
    method: "post",
    path: "/moderation/reviews/{id}/corrected",
    tags,
    summary: "End the report of an error in a brief that has been corrected since",
    description: `What was corrected is the answer: that entry is returned. ${description}`,
    middleware: writes,
    request: { params: numberParam, body: jsonBody(correctedBody) },
    responses: { 200: json(decidedJson, "Ended by this entry"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id: review } = c.req.valid("param");
    return c.json(await closeCorrected(c.get("viewer"), { ...c.req.valid("json"), review }), 200);
  },
);

moderationQueue.openapi(
  createRoute({
    method: "put",
    path: "/moderation/reviews/{id}/escalation",
    tags,
    summary: "Pass what waits on to the administrators, who alone decide it then",
    description,
    middleware: writes,
    request: { params: numberParam, body: jsonBody(escalationBody) },
    responses: { 200: json(escalatedJson, "How it stands now"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id: review } = c.req.valid("param");
    const input = asInput(escalateReviewSchema, { ...c.req.valid("json"), review });
    return c.json(await escalateReview(c.get("viewer"), input), 200);
  },
);

moderationQueue.openapi(
  createRoute({
    method: "delete",
    path: "/moderation/reviews/{id}/escalation",
    tags,
    summary: "Leave it to the moderators after all: for administrators, and for who passed it on",
    description,
    middleware: writes,
    request: { params: numberParam },
    responses: { 200: json(escalatedJson, "How it stands now"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id: review } = c.req.valid("param");
    return c.json(await giveBackReview(c.get("viewer"), { review }), 200);
  },
);

moderationQueue.openapi(
  createRoute({
    method: "post",
    path: "/moderation/reviews/{id}/notes",
    tags,
    summary: "Add a note that moderators alone read",
    description,
    middleware: writes,
    request: { params: numberParam, body: jsonBody(noteBody) },
    responses: { 201: json(notedJson, "Added"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id: review } = c.req.valid("param");
    const input = asInput(noteReviewSchema, { ...c.req.valid("json"), review });
    return c.json(await noteReview(c.get("viewer"), input), 201);
  },
);

moderationQueue.openapi(
  createRoute({
    method: "post",
    path: "/moderation/reviews/{id}/undo",
    tags,
    summary: "Take one's own decision back, so that it waits again",
    description: `What was flagged, and what waits before it is shown; also a question to its author that is not answered yet, of which the log says nothing. ${description}`,
    middleware: writes,
    request: { params: numberParam },
    responses: { 201: json(decidedJson, "It waits again"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id: review } = c.req.valid("param");
    return c.json(await reopenReview(c.get("viewer"), { review }), 201);
  },
);

moderationQueue.openapi(
  createRoute({
    method: "post",
    path: "/moderation/decisions",
    tags,
    summary: "Decide several things alike",
    description: `Each by itself: one that cannot be decided keeps no other back. ${description}`,
    middleware: writes,
    request: { body: jsonBody(bulkBody) },
    responses: { 200: json(bulkJson, "What became of each"), ...refusalsOf.account },
  }),
  async (c) => {
    const { reviews: pick, ...decision } = c.req.valid("json");
    return c.json(await decideMany(c.get("viewer"), { ...decision, pick }), 200);
  },
);

moderationQueue.openapi(
  createRoute({
    method: "get",
    path: "/moderation/views",
    tags,
    summary: "One's saved views of the queue",
    description,
    middleware: readsAsPerson,
    responses: {
      200: json(z.object({ items: z.array(viewJson) }), "The views, by name"),
      ...refusalsOf.own,
    },
  }),
  async (c) => c.json({ items: await listViews(c.get("viewer")) }, 200),
);

moderationQueue.openapi(
  createRoute({
    method: "post",
    path: "/moderation/views",
    tags,
    summary: "Keep filters of the queue under a name; the same name gets the new ones",
    description,
    middleware: writes,
    request: { body: jsonBody(viewBody) },
    responses: { 201: json(viewJson, "The view"), ...refusalsOf.account },
  }),
  async (c) => {
    const input = asInput(saveViewSchema, c.req.valid("json"));
    return c.json(await saveView(c.get("viewer"), input), 201);
  },
);

moderationQueue.openapi(
  createRoute({
    method: "delete",
    path: "/moderation/views/{id}",
    tags,
    summary: "Forget a saved view of one's own",
    description,
    middleware: writes,
    request: { params: numberParam },
    responses: {
      200: json(z.object({ deleted: z.literal(true) }), "It is gone"),
      ...refusalsOf.writing,
    },
  }),
  async (c) => {
    const { id: view } = c.req.valid("param");
    return c.json(await deleteView(c.get("viewer"), { view }), 200);
  },
);

moderationQueue.openapi(
  createRoute({
    method: "get",
    path: "/moderation/waits",
    tags,
    summary: "How much waits and how long things waited in the last 30 days",
    description,
    middleware: readsAsPerson,
    responses: { 200: json(waitsJson, "The waits"), ...refusalsOf.own },
  }),
  async (c) => c.json(await getWaits(c.get("viewer")), 200),
);
