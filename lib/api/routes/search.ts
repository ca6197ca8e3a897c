import { createRoute, z } from "@hono/zod-openapi";
import { stances } from "@/lib/arguments/vocabulary";
import { limitSearch } from "@/lib/search/limit";
import { plainText } from "@/lib/search/marked-text";
import { search } from "@/lib/search/queries/search";
import { searchKinds, searchSchema } from "@/lib/search/schema";
import { asInput } from "../problem";
import { networkOf } from "../protocol/limits";
import { router } from "../router";
import { json, pageOf, pageQuery, refusalsOf } from "../shapes/page";

export const searchRoutes = router();

const hitJson = z
  .object({
    kind: z.enum(searchKinds),
    id: z.string(),
    debate: z.object({ slug: z.string(), title: z.string() }),
    title: z.string(),
    snippet: z
      .string()
      .openapi({ description: "Where the words stand; empty when the title says all." }),
    number: z.string().nullable(),
    stance: z.enum(stances).nullable(),
    href: z.string().openapi({ description: "The path of its place on this site." }),
  })
  .openapi("SearchHit");

searchRoutes.openapi(
  createRoute({
    method: "get",
    path: "/search",
    tags: ["Search"],
    summary: "Find debates, arguments, comments, facts and sources",
    request: {
      query: z.object({
        ...pageQuery,
        q: z.string().max(800).openapi({ description: "Words; “phrases” and -exclusions work." }),
        kind: z.enum(searchKinds).optional(),
        debate: z.string().max(80).optional().openapi({ description: "A debate's slug." }),
      }),
    },
    responses: {
      200: json(
        pageOf(hitJson).extend({
          fuzzy: z
            .boolean()
            .openapi({ description: "Nothing had these words: what has words like them." }),
        }),
        "A page of what was found, best first",
      ),
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    await limitSearch(c.get("viewer"), networkOf(c));
    const { items, ...page } = await search(asInput(searchSchema, c.req.valid("query")));
    return c.json(
      {
        ...page,
        items: items.map((hit) => ({
          ...hit,
          title: plainText(hit.title),
          snippet: plainText(hit.snippet),
        })),
      },
      200,
    );
  },
);
