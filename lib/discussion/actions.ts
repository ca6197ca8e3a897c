"use server";

import { defineAction } from "@/lib/actions/define-action";
import { deleteComment } from "./commands/delete-comment";
import { editComment } from "./commands/edit-comment";
import { postComment } from "./commands/post-comment";
import { commentLink } from "./links";
import { deleteCommentSchema, editCommentSchema, postCommentSchema } from "./schema";

export const postCommentAction = defineAction(postCommentSchema, postComment, {
  then: ({ debate, argumentId, id }) => commentLink(debate, argumentId, id, true),
});

export const editCommentAction = defineAction(editCommentSchema, editComment, {
  then: ({ debate, argumentId, id }) => commentLink(debate, argumentId, id),
});

export const deleteCommentAction = defineAction(deleteCommentSchema, deleteComment, {
  then: ({ debate, argumentId, id }) => commentLink(debate, argumentId, id),
});
