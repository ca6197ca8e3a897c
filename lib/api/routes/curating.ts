import { createRoute, z } from "@hono/zod-openapi";
import { curateArgument } from "@/lib/moderation/commands/curate-argument";
import { curateDebate } from "@/lib/moderation/commands/curate-debate";
import { sanction } from "@/lib/moderation/commands/sanction";
import { curateArgumentSchema, curateDebateSchema } from "@/lib/moderation/schema";
import { asInput } from "../problem";
import { writes } from "../identity";
import { router } from "../router";
import {
  actBody,
  closeBody,
  entryJson,
  sanctionBody,
  sanctionedJson,
  slowBody,
} from "../shapes/moderation";
import { idParam, json, jsonBody, refusalsOf, slugParam } from "../shapes/page";

export const curating = router();

const tags = ["Moderation"];
const description =
  "Undone by `POST /modlog/{id}/undo`. A token needs the scopes `moderate` and `write`.";
const answers = {
  201: json(entryJson, "Done, as this entry of the log says"),
  ...refusalsOf.writing,
};

curating.openapi(
  createRoute({
    method: "post",
    path: "/users/{handle}/sanctions",
    tags,
    summary: "Silence, suspend or ban a person",
    description: `For moderators; administrators alone do it to moderators. ${description}`,
    middleware: writes,
    request: {
      params: z.object({ handle: z.string().min(1).max(40) }),
      body: jsonBody(sanctionBody),
    },
    responses: { 201: json(sanctionedJson, "In force"), ...refusalsOf.writing },
  }),
  async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await sanction(c.get("viewer"), input), 201);
  },
);

for (const [path, act, summary, body] of [
  ["lock", "LOCK", "Lock a debate: nothing is added and nobody votes", actBody],
  ["feature", "FEATURE", "Put a debate on the front page", actBody],
  ["slow-mode", "SLOW", "Let each person add something every so many minutes only", slowBody],
  ["close", "CLOSE", "Close a debate with a conclusion", closeBody],
  ["reopen", "REOPEN", "Open a closed debate again", actBody],
] as const) {
  curating.openapi(
    createRoute({
      method: "post",
      path: `/debates/{slug}/${path}`,
      tags,
      summary,
      description: `For the debate's editors and moderators. ${description}`,
      middleware: writes,
      request: { params: slugParam, body: jsonBody(body) },
      responses: answers,
    }),
    async (c) => {
      const { slug: debate } = c.req.valid("param");
      const input = asInput(curateDebateSchema, { ...c.req.valid("json"), act, debate });
      return c.json(await curateDebate(c.get("viewer"), input), 201);
    },
  );
}

for (const [path, act, summary] of [
  ["lock", "LOCK", "Lock the thread below an argument: no replies and no comments; votes go on"],
  ["feature", "FEATURE", "Put an argument first on its side"],
] as const) {
  curating.openapi(
    createRoute({
      method: "post",
      path: `/arguments/{id}/${path}`,
      tags,
      summary,
      description: `For the debate's editors and moderators. ${description}`,
      middleware: writes,
      request: {
        params: idParam,
        body: jsonBody(actBody),
      },
      responses: answers,
    }),
    async (c) => {
      const { id: argument } = c.req.valid("param");
      const input = asInput(curateArgumentSchema, { ...c.req.valid("json"), act, argument });
      return c.json(await curateArgument(c.get("viewer"), input), 201);
    },
  );
}
