import { createRoute, z } from "@hono/zod-openapi";
import { appeal, decideAppeal } from "@/lib/moderation/commands/appeal";
import { claimReview, releaseReview } from "@/lib/moderation/commands/claim-review";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { getQueue } from "@/lib/moderation/queries/queue";
import { getReview } from "@/lib/moderation/queries/review";
import { queueSchema } from "@/lib/moderation/queue-schema";
import { takenStates } from "@/lib/moderation/queue-vocabulary";
import { appealSchema, undoEntrySchema } from "@/lib/moderation/schema";
import { flagReasons, moderationTargets, reviewCauses } from "@/lib/moderation/vocabulary";
import { DomainError } from "@/lib/shared/errors";
import { decideSuggestion } from "@/lib/suggestions/commands/decide-suggestion";
import { asInput } from "../problem";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import {
  appealBody,
  claimedJson,
  decidedJson,
  decisionBody,
  entryJson,
  isVerdict,
  queueItemJson,
  reviewJson,
  toQueueItemJson,
  toReviewJson,
  undoBody,
} from "../shapes/moderation";
import { json, jsonBody, numberParam, pageOf, pageQuery, refusalsOf } from "../shapes/page";

export const moderation = router();

const tags = ["Moderation"];
const scope = "A token needs the scope `moderate`, and `write` to change something.";

moderation.openapi(
  createRoute({
    method: "get",
    path: "/moderation/queue",
    tags,
    summary: "What waits for a decision, the most urgent first",
    description: `Moderators see everything, editors their debates; administrators see first what was passed on to them. ${scope}`,
    middleware: readsAsPerson,
    request: {
      query: z.object({
        ...pageQuery,
        cause: z.enum(reviewCauses).optional(),
        target: z.enum(moderationTargets).optional(),
        debate: z.string().max(80).optional().openapi({ description: "A debate's slug." }),
        reason: z
          .enum(flagReasons)
          .optional()
          .openapi({ description: "At least one flag says so." }),
        taken: z.enum(takenStates).optional().openapi({ description: "By whom it is claimed." }),
        escalated: z.enum(["true", "false"]).optional(),
        days: z.coerce.number().int().min(1).max(365).optional().openapi({
          description: "Waits for at least so many days.",
        }),
        q: z.string().max(100).optional().openapi({
          description: "Words of the thing or its author's name, in the 1000 most urgent.",
        }),
      }),
    },
    responses: {
      200: json(pageOf(queueItemJson), "A page of the queue"),
      ...refusalsOf.own,
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const input = asInput(queueSchema, c.req.valid("query"));
    const { items, nextCursor } = await getQueue(c.get("viewer"), input);
    return c.json({ items: items.map(toQueueItemJson), nextCursor }, 200);
  },
);

moderation.openapi(
  createRoute({
    method: "get",
    path: "/moderation/reviews/{id}",
    tags,
    summary: "A thing that waits or was decided, with its context",
    description: scope,
    middleware: readsAsPerson,
    request: { params: numberParam },
    responses: {
      200: json(reviewJson, "The review"),
      ...refusalsOf.own,
      ...refusalsOf.reading,
    },
  }),
  async (c) => {
    const review = await getReview(c.get("viewer"), c.req.valid("param").id);
    if (!review) throw new DomainError("NOT_FOUND");
    return c.json(toReviewJson(review), 200);
  },
);

moderation.openapi(
  createRoute({
    method: "post",
    path: "/moderation/reviews/{id}",
    tags,
    summary: "Decide what waits",
    description: `With \`decision\` for what was flagged or waits before it is shown, with \`outcome\` for an appeal. ${scope}`,
    middleware: writes,
    request: { params: numberParam, body: jsonBody(decisionBody) },
    responses: { 200: json(decidedJson, "Decided, as this entry says"), ...refusalsOf.writing },
  }),
  async (c) => {
    const body = c.req.valid("json");
    const { id: review } = c.req.valid("param");
    const viewer = c.get("viewer");
    if ("outcome" in body) return c.json(await decideAppeal(viewer, { ...body, review }), 200);
    const decided = isVerdict(body)
      ? await decideSuggestion(viewer, { ...body, review })
      : await decideReview(viewer, { ...body, review });
    return c.json(decided, 200);
  },
);

for (const [method, command, summary] of [
  ["put", claimReview, "Keep a review for oneself for ten minutes"],
  ["delete", releaseReview, "Give a claimed review back"],
] as const) {
  moderation.openapi(
    createRoute({
      method,
      path: "/moderation/reviews/{id}/claim",
      tags,
      summary,
      description: scope,
      middleware: writes,
      request: { params: numberParam },
      responses: { 200: json(claimedJson, "How it stands now"), ...refusalsOf.writing },
    }),
    async (c) => {
      const { id: review } = c.req.valid("param");
      return c.json(await command(c.get("viewer"), { review }), 200);
    },
  );
}

moderation.openapi(
  createRoute({
    method: "post",
    path: "/modlog/{id}/appeals",
    tags,
    summary: "Appeal against what was done to a thing of one's own: once, within 14 days",
    middleware: writes,
    request: { params: numberParam, body: jsonBody(appealBody) },
    responses: { 201: json(entryJson, "Another moderator will decide"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id: entry } = c.req.valid("param");
    const input = asInput(appealSchema, { ...c.req.valid("json"), entry });
    return c.json(await appeal(c.get("viewer"), input), 201);
  },
);

moderation.openapi(
  createRoute({
    method: "post",
    path: "/modlog/{id}/undo",
    tags,
    summary: "Take back what an entry did, by another entry",
    description: scope,
    middleware: writes,
    request: { params: numberParam, body: jsonBody(undoBody) },
    responses: { 201: json(entryJson, "The entry that takes it back"), ...refusalsOf.writing },
  }),
  async (c) => {
    const { id: entry } = c.req.valid("param");
    const input = asInput(undoEntrySchema, { ...c.req.valid("json"), entry });
    return c.json(await undoEntry(c.get("viewer"), input), 201);
  },
);
