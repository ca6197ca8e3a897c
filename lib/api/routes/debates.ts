import { createRoute, z } from "@hono/zod-openapi";
import { stanceSchema } from "@/lib/arguments/schema";
import { sorts } from "@/lib/arguments/vocabulary";
import { listSiblings } from "@/lib/arguments/queries/columns";
import { listTree } from "@/lib/arguments/queries/tree";
import { listDebates } from "@/lib/debates/queries/debates";
import { DomainError } from "@/lib/shared/errors";
import { router } from "../router";
import { argumentJson, toArgumentJson } from "../shapes/argument";
import { debateCardJson, debateJson } from "../shapes/debate";
import { json, pageOf, pageQuery, refusalsOf, slugParam } from "../shapes/page";

import { readDebate } from "../debate-state";

export const debates = router();

debates.openapi(
  createRoute({
    method: "get",
    path: "/debates",
    tags: ["Debates"],
    summary: "Open and closed debates, newest first",
    request: {
      query: z.object({
        ...pageQuery,
        q: z
          .string()
          .trim()
          .max(200)
          .default("")
          .openapi({ description: "Words of the title or the motion." }),
        status: z.enum(["OPEN", "CLOSED"]).optional(),
      }),
    },
    responses: { 200: json(pageOf(debateCardJson), "A page of debates"), ...refusalsOf.asking },
  }),
  async (c) => {
    const page = await listDebates({ ...c.req.valid("query"), sort: "newest" });
    return c.json(page, 200);
  },
);

debates.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}",
    tags: ["Debates"],
    summary: "One debate with its brief",
    request: { params: slugParam },
    responses: { 200: json(debateJson, "The debate"), ...refusalsOf.reading },
  }),
  async (c) => {
    return c.json(await readDebate(c.req.valid("param").slug, c.get("viewer")), 200);
  },
);

const listQuery = z.object({
  ...pageQuery,
  parent: z
    .string()
    .regex(/^(root|[1-9]\d{0,8}-[1-9]\d{0,8})$/)
    .optional()
    .openapi({
      description:
        "An argument's id, or root for direct arguments on the motion. Without it: the whole tree in number order.",
    }),
  stance: stanceSchema.optional(),
  sort: z.enum(sorts).default("convincing").openapi({ description: "Only with parent." }),
  cited: z
    .enum(["true", "false"])
    .default("false")
    .openapi({ description: "Only arguments that cite a source; only with parent." }),
});

debates.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/arguments",
    tags: ["Arguments"],
    summary: "The arguments of a debate: the whole tree, or one level of it",
    request: { params: slugParam, query: listQuery },
    responses: {
      200: json(pageOf(argumentJson), "A page of arguments"),
      ...refusalsOf.reading,
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const { slug } = c.req.valid("param");
    const { parent, stance, sort, cited, limit, cursor } = c.req.valid("query");
    const viewer = c.get("viewer");
    const page =
      parent === undefined
        ? await listTree(slug, { limit, cursor, stance }, viewer)
        : await listSiblings(
            slug,
            parent === "root" ? null : parent,
            { sort, stance, limit, cursor, cited: cited === "true" },
            viewer,
          );
    if (!page) throw new DomainError("NOT_FOUND");
    return c.json({ ...page, items: page.items.map(toArgumentJson) }, 200);
  },
);
