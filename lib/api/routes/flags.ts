import { createRoute, z } from "@hono/zod-openapi";
import { flag } from "@/lib/moderation/commands/flag";
import type { FlagInput } from "@/lib/moderation/schema";
import { parsePublicId } from "@/lib/shared/ids";
import { writes } from "../identity";
import { router } from "../router";
import { flagBody, flaggedJson, reportErrorBody } from "../shapes/moderation";
import { idParam, json, jsonBody, refusalsOf, slugParam } from "../shapes/page";

export const flags = router();

const handleParam = z.object({
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{2,30}$/)
    .openapi({ example: "ada" }),
});
const responses = {
  201: json(flaggedJson, "Moderators will look at it, and you will hear what came of it"),
  ...refusalsOf.writing,
};
const what = { tags: ["Moderation"], middleware: writes, responses };

for (const [path, target] of [
  ["/arguments/{id}/flags", "ARGUMENT"],
  ["/comments/{id}/flags", "COMMENT"],
] as const) {
  flags.openapi(
    createRoute({
      ...what,
      method: "post",
      path,
      summary: `Tell moderators what is wrong with ${target === "ARGUMENT" ? "an argument" : "a comment"}`,
      request: { params: idParam, body: jsonBody(flagBody) },
    }),
    async (c) => {
      const id = parsePublicId(c.req.valid("param").id)!;
      const input = { target, id, ...c.req.valid("json") } as FlagInput;
      return c.json(await flag(c.get("viewer"), input), 201);
    },
  );
}

flags.openapi(
  createRoute({
    ...what,
    method: "post",
    path: "/users/{id}/flags",
    summary: "Tell moderators what is wrong with how a person behaves",
    description: "The person by their handle.",
    request: { params: handleParam, body: jsonBody(flagBody) },
  }),
  async (c) => {
    const { id } = c.req.valid("param");
    const input = { target: "PERSON", id, ...c.req.valid("json") } as FlagInput;
    return c.json(await flag(c.get("viewer"), input), 201);
  },
);

flags.openapi(
  createRoute({
    ...what,
    method: "post",
    path: "/debates/{slug}/flags",
    summary: "Report an error in a debate's brief, or in one of its facts",
    request: { params: slugParam, body: jsonBody(reportErrorBody) },
  }),
  async (c) => {
    const { slug: id } = c.req.valid("param");
    const input: FlagInput = { target: "DEBATE", id, ...c.req.valid("json") };
    return c.json(await flag(c.get("viewer"), input), 201);
  },
);
