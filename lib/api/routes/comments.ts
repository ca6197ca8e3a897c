import { createRoute, z } from "@hono/zod-openapi";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { getComment, listComments } from "@/lib/discussion/queries/comments";
import type { CommentView } from "@/lib/discussion/view";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { offerComment } from "@/lib/suggestions/commands/offer";
import { isWaiting } from "@/lib/suggestions/view";
import { submissionKeyOf } from "../idempotency";
import { writes } from "../identity";
import { assertMatches, onVersion } from "../protocol/preconditions";
import { router } from "../router";
import { commentChangeBody, commentJson, newCommentBody, toCommentJson } from "../shapes/comment";
import { idParam, json, jsonBody, pageOf, pageQuery, refusalsOf } from "../shapes/page";
import { toWaitingJson, waitingJson } from "../shapes/suggestion";

export const comments = router();

/** @throws DomainError NOT_FOUND */
async function readComment(id: string, viewer: Viewer | null): Promise<CommentView> {
  const comment = await getComment(id, viewer);
  if (!comment) throw new DomainError("NOT_FOUND");
  return comment;
}

comments.openapi(
  createRoute({
    method: "get",
    path: "/arguments/{id}/comments",
    tags: ["Comments"],
    summary: "The discussion of an argument, thread by thread",
    request: {
      params: idParam,
      query: z.object({
        ...pageQuery,
        around: z
          .string()
          .max(30)
          .optional()
          .openapi({ description: "A comment's id: the page that holds it, not the first." }),
      }),
    },
    responses: {
      200: json(
        pageOf(commentJson).extend({
          hasEarlier: z.boolean().openapi({ description: "Comments stand before this page." }),
        }),
        "A page of comments",
      ),
      ...refusalsOf.reading,
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const page = await listComments(c.req.valid("param").id, c.get("viewer"), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toCommentJson) }, 200);
  },
);

comments.openapi(
  createRoute({
    method: "post",
    path: "/arguments/{id}/comments",
    tags: ["Comments"],
    summary: "Comment on an argument, or answer a comment",
    description: "Where contributions wait for an editor, 202 says where it waits.",
    middleware: writes,
    request: { params: idParam, body: jsonBody(newCommentBody) },
    responses: {
      201: json(commentJson, "The new comment"),
      202: json(waitingJson, "It waits for an editor"),
      ...refusalsOf.writing,
    },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const { body, replyToId } = c.req.valid("json");
    const made = await offerComment(viewer, {
      argumentId: parsePublicId(c.req.valid("param").id)!,
      replyToId: replyToId ?? undefined,
      body,
      submissionKey: submissionKeyOf(c),
    });
    if (isWaiting(made)) return c.json(toWaitingJson(made), 202);
    return c.json(toCommentJson(await readComment(made.id, viewer)), 201);
  },
);

function stateOf(comment: CommentView) {
  return { current: toCommentJson(comment), version: comment.version };
}

comments.openapi(
  createRoute({
    method: "get",
    path: "/comments/{id}",
    tags: ["Comments"],
    summary: "One comment; a deleted one without its words",
    request: { params: idParam },
    responses: { 200: json(commentJson, "The comment"), ...refusalsOf.reading },
  }),
  async (c) => {
    const comment = await readComment(c.req.valid("param").id, c.get("viewer"));
    return c.json(toCommentJson(comment), 200);
  },
);

comments.openapi(
  createRoute({
    method: "patch",
    path: "/comments/{id}",
    tags: ["Comments"],
    summary: "Change one's own comment",
    description: "Say which state the change was begun on: by version or by If-Match.",
    middleware: writes,
    request: { params: idParam, body: jsonBody(commentChangeBody) },
    responses: { 200: json(commentJson, "The comment"), ...refusalsOf.editing },
  }),
  async (c) => {
    const { id } = c.req.valid("param");
    const viewer = c.get("viewer");
    const { version: begunOn, body } = c.req.valid("json");
    const before = stateOf(await readComment(id, viewer));
    await onVersion(c, begunOn, before, (version) =>
      editComment(viewer, { id: parsePublicId(id)!, version, body }),
    );
    return c.json(toCommentJson(await readComment(id, viewer)), 200);
  },
);

comments.openapi(
  createRoute({
    method: "delete",
    path: "/comments/{id}",
    tags: ["Comments"],
    summary: "Delete one's own comment; its place in the thread stays",
    middleware: writes,
    request: { params: idParam },
    responses: {
      204: { description: "Deleted" },
      ...refusalsOf.writing,
      412: refusalsOf.editing[412],
    },
  }),
  async (c) => {
    const { id } = c.req.valid("param");
    const viewer = c.get("viewer");
    assertMatches(c, stateOf(await readComment(id, viewer)));
    await deleteComment(viewer, { id: parsePublicId(id)! });
    return c.body(null, 204);
  },
);
