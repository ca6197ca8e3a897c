import { createRoute, z } from "@hono/zod-openapi";
import { blockPerson, unblockPerson } from "@/lib/blocks/commands/block";
import { listBlocks } from "@/lib/blocks/queries/blocks";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import { json, pageOf, pageQuery, refusalsOf, timeSchema } from "../shapes/page";

export const blocks = router();

const blockJson = z
  .object({ person: z.object({ handle: z.string(), name: z.string() }), since: timeSchema })
  .openapi("Block");
const handleParam = z.object({ handle: z.string().max(60).openapi({ example: "ada" }) });

blocks.openapi(
  createRoute({
    method: "get",
    path: "/me/blocks",
    tags: ["Account"],
    summary: "Whom one blocked for oneself",
    middleware: readsAsPerson,
    request: { query: z.object(pageQuery) },
    responses: {
      200: json(pageOf(blockJson), "A page of people"),
      ...refusalsOf.own,
      ...refusalsOf.asking,
    },
  }),
  async (c) => c.json(await listBlocks(c.get("viewer"), c.req.valid("query")), 200),
);

for (const [method, command, summary, done] of [
  ["put", blockPerson, "Block a person: their answers and mentions are not told", "Blocked"],
  ["delete", unblockPerson, "Unblock a person", "Not blocked any more"],
] as const) {
  blocks.openapi(
    createRoute({
      method,
      path: "/me/blocks/{handle}",
      tags: ["Account"],
      summary,
      description: "The person is not told. Notices of moderators always arrive.",
      middleware: writes,
      request: { params: handleParam },
      responses: { 204: { description: done }, ...refusalsOf.writing },
    }),
    async (c) => {
      await command(c.get("viewer"), c.req.valid("param"));
      return c.body(null, 204);
    },
  );
}
