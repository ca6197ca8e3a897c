import { z } from "@hono/zod-openapi";
import { editCommentSchema, postCommentSchema } from "@/lib/discussion/schema";
import { commentLimits } from "@/lib/discussion/vocabulary";
import type { CommentView } from "@/lib/discussion/view";
import { publicIdSchema } from "@/lib/shared/ids";
import { authorSchema, toAuthorJson } from "./argument";
import { timeSchema } from "./page";

export const commentJson = z
  .object({
    id: z.string().openapi({ example: "42-9" }),
    argumentId: z.string(),
    replyToId: z.string().nullable(),
    threadId: z.string().openapi({ description: "The comment that began the thread." }),
    author: authorSchema,
    body: z.string().openapi({ description: "Markdown; empty when deleted." }),
    deleted: z.boolean(),
    version: z.int(),
    createdAt: timeSchema,
    editedAt: timeSchema.nullable(),
  })
  .openapi("Comment");

/** A comment as the API promises it. */
export function toCommentJson(view: CommentView): z.infer<typeof commentJson> {
  const { id, argumentId, replyToId, threadId, body, deleted, version, createdAt, editedAt } = view;
  const author = toAuthorJson(view.author);
  return {
    id,
    argumentId,
    replyToId,
    threadId,
    author,
    body,
    deleted,
    version,
    createdAt,
    editedAt,
  };
}

/** `POST /arguments/{id}/comments` */
export const newCommentBody = z
  .strictObject({
    body: postCommentSchema.shape.body.meta({ minLength: 1, maxLength: commentLimits.body }),
    replyToId: publicIdSchema.nullish(),
  })
  .openapi("NewComment");

/** `PATCH /comments/{id}` */
export const commentChangeBody = z
  .strictObject({
    version: z.int().min(1).max(2_147_483_647).optional().openapi({
      description:
        "The version the change was begun on: 409 when it is old. If-Match does the same.",
    }),
    body: editCommentSchema.shape.body.meta({ minLength: 1, maxLength: commentLimits.body }),
  })
  .openapi("CommentChange");
