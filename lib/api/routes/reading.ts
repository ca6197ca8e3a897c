import { createRoute, z } from "@hono/zod-openapi";
import { getPath } from "@/lib/arguments/queries/argument";
import { findSimilar } from "@/lib/arguments/queries/similar";
import { getThread } from "@/lib/arguments/queries/tree";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import type { ArgumentThread, ArgumentView } from "@/lib/arguments/view";
import { getBrief } from "@/lib/debates/queries/brief";
import { readingContext } from "@/lib/debates/queries/context";
import { getFeatured } from "@/lib/debates/queries/debates";
import { listHistory } from "@/lib/debates/queries/history";
import { limitSearch } from "@/lib/search/limit";
import { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import { listSources } from "@/lib/sources/queries";
import { networkOf } from "../protocol/limits";
import { router } from "../router";
import { argumentJson, toArgumentJson } from "../shapes/argument";
import {
  briefJson,
  featuredJson,
  historyJson,
  similarJson,
  sourceJson,
  teaserJson,
} from "../shapes/debate";
import { idParam, json, pageOf, pageQuery, refusalsOf, slugParam, wholeList } from "../shapes/page";

/** What stands on pages of their own: parts of a debate, and an argument's surroundings. */
export const reading = router();

/** @throws DomainError NOT_FOUND */
async function debateId(slug: string, viewer: Viewer | null): Promise<number> {
  const context = await readingContext({ slug }, viewer);
  if (!context) throw new DomainError("NOT_FOUND");
  return context.debate.id;
}

reading.openapi(
  createRoute({
    method: "get",
    path: "/featured",
    tags: ["Debates"],
    summary: "The debate on the front page with its strongest arguments, and others worth reading",
    responses: { 200: json(featuredJson, "The front page") },
  }),
  async (c) => c.json(await getFeatured(), 200),
);

reading.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/brief",
    tags: ["Debates"],
    summary: "What was decided, what is known and disputed, who said what",
    request: { params: slugParam },
    responses: { 200: json(briefJson, "The brief"), ...refusalsOf.reading },
  }),
  async (c) => {
    const brief = await getBrief(await debateId(c.req.valid("param").slug, c.get("viewer")));
    if (!brief) throw new DomainError("NOT_FOUND");
    return c.json(brief, 200);
  },
);

reading.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/sources",
    tags: ["Debates"],
    summary: "The numbered sources of a debate, each with what cites it",
    request: { params: slugParam },
    responses: { 200: json(wholeList(sourceJson), "The sources"), ...refusalsOf.reading },
  }),
  async (c) => {
    const id = await debateId(c.req.valid("param").slug, c.get("viewer"));
    return c.json({ items: await listSources(id), nextCursor: null }, 200);
  },
);

reading.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/history",
    tags: ["Debates"],
    summary: "What was changed in a debate, newest first",
    request: { params: slugParam, query: z.object(pageQuery) },
    responses: {
      200: json(pageOf(historyJson), "A page of changes"),
      ...refusalsOf.reading,
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const id = await debateId(c.req.valid("param").slug, c.get("viewer"));
    return c.json(await listHistory(id, c.req.valid("query")), 200);
  },
);

reading.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/similar",
    tags: ["Arguments"],
    summary: "Arguments whose titles resemble these words, most alike first, five at most",
    description: "For asking before posting whether something has been said already.",
    request: {
      params: slugParam,
      query: z.object({
        title: z
          .string()
          .min(1)
          .max(argumentLimits.title * 8),
      }),
    },
    responses: {
      200: json(wholeList(similarJson), "Similar arguments"),
      ...refusalsOf.reading,
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const id = await debateId(c.req.valid("param").slug, viewer);
    await limitSearch(viewer, networkOf(c));
    const title = c.req.valid("query").title.replaceAll("\u0000", "");
    return c.json({ items: await findSimilar(id, title), nextCursor: null }, 200);
  },
);

reading.openapi(
  createRoute({
    method: "get",
    path: "/arguments/{id}/path",
    tags: ["Arguments"],
    summary: "The arguments between the motion and this one, from the top down",
    request: { params: idParam },
    responses: { 200: json(wholeList(teaserJson), "The path"), ...refusalsOf.reading },
  }),
  async (c) => {
    const items = await getPath(c.req.valid("param").id, c.get("viewer"));
    if (!items) throw new DomainError("NOT_FOUND");
    return c.json({ items, nextCursor: null }, 200);
  },
);

const threadJson = z.object({
  items: z.array(argumentJson),
  cut: z
    .array(z.object({ id: z.string(), more: z.int() }))
    .openapi({ description: "Arguments with replies that are not in items, and how many." }),
});

reading.openapi(
  createRoute({
    method: "get",
    path: "/arguments/{id}/thread",
    tags: ["Arguments"],
    summary: "An argument with its replies, best first, three levels deep",
    request: { params: idParam },
    responses: {
      200: json(threadJson, "The argument, then each reply before its own replies"),
      ...refusalsOf.reading,
    },
  }),
  async (c) => {
    const thread = await getThread(c.req.valid("param").id, c.get("viewer"));
    if (!thread) throw new DomainError("NOT_FOUND");
    const all = flat(thread);
    const cut = all.filter(({ more }) => more > 0).map(({ id, more }) => ({ id, more }));
    return c.json({ items: all.map((one) => toArgumentJson(withoutReplies(one))), cut }, 200);
  },
);

function flat(thread: ArgumentThread): ArgumentThread[] {
  return [thread, ...thread.replies.flatMap(flat)];
}

function withoutReplies({ replies: _replies, more: _more, ...view }: ArgumentThread): ArgumentView {
  return view;
}
