import { createRoute } from "@hono/zod-openapi";
import { parsePublicId } from "@/lib/shared/ids";
import { castVote, withdrawVote } from "@/lib/voting/commands/cast-vote";
import { writes } from "../identity";
import { router } from "../router";
import { voteJson } from "../shapes/argument";
import { voteBody } from "../shapes/argument-input";
import { idParam, json, jsonBody, refusalsOf } from "../shapes/page";

export const votes = router();

votes.openapi(
  createRoute({
    method: "put",
    path: "/arguments/{id}/vote",
    tags: ["Votes"],
    summary: "Weigh an argument, or weigh it anew",
    middleware: writes,
    request: { params: idParam, body: jsonBody(voteBody) },
    responses: {
      200: json(voteJson, "The vote and what all votes now say"),
      ...refusalsOf.writing,
    },
  }),
  async (c) => {
    const { impact } = c.req.valid("json");
    const id = parsePublicId(c.req.valid("param").id)!;
    const result = await castVote(c.get("viewer"), { id, impact });
    const { count, mean, histogram } = result.votes;
    return c.json({ impact, votes: { count, mean, histogram } }, 200);
  },
);

votes.openapi(
  createRoute({
    method: "delete",
    path: "/arguments/{id}/vote",
    tags: ["Votes"],
    summary: "Withdraw one's vote",
    middleware: writes,
    request: { params: idParam },
    responses: { 204: { description: "Withdrawn, or there was none" }, ...refusalsOf.writing },
  }),
  async (c) => {
    await withdrawVote(c.get("viewer"), { id: parsePublicId(c.req.valid("param").id)! });
    return c.body(null, 204);
  },
);
