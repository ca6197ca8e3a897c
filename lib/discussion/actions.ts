"use server";

import { defineAction } from "@/lib/actions/define-action";
import { withQuery } from "@/lib/routes";
import { deleteComment } from "./commands/delete-comment";
import { editComment } from "./commands/edit-comment";
import { postComment } from "./commands/post-comment";
import { commentLink } from "./links";
import { deleteCommentSchema, editCommentSchema, postCommentSchema } from "./schema";

export const postCommentAction = defineAction(postCommentSchema, postComment, {
  then: ({ debate, argumentId, id }) =>
    withQuery(commentLink(debate, argumentId, id), { posted: 1 }),
});

export const editCommentAction = defineAction(editCommentSchema, editComment, {
  then: ({ debate, argumentId, id }) => commentLink(debate, argumentId, id),
});

export const deleteCommentAction = defineAction(deleteCommentSchema, deleteComment, {
  then: ({ debate, argumentId, id }) => commentLink(debate, argumentId, id),
});
