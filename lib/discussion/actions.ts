"use server";

import { defineAction } from "@/lib/actions/define-action";
import { routes } from "@/lib/routes";
import { offerComment } from "@/lib/suggestions/commands/offer";
import { isWaiting } from "@/lib/suggestions/view";
import { deleteComment } from "./commands/delete-comment";
import { editComment } from "./commands/edit-comment";
import { commentLink } from "./links";
import { deleteCommentSchema, editCommentSchema, postCommentSchema } from "./schema";

export const postCommentAction = defineAction(postCommentSchema, offerComment, {
  then: (made) =>
    isWaiting(made)
      ? routes.accountSuggestion(made.suggestion, { sent: 1 })
      : commentLink(made.debate, made.argumentId, made.id, true),
});

export const editCommentAction = defineAction(editCommentSchema, editComment, {
  then: ({ debate, argumentId, id }) => commentLink(debate, argumentId, id),
});

export const deleteCommentAction = defineAction(deleteCommentSchema, deleteComment, {
  then: ({ debate, argumentId, id }) => commentLink(debate, argumentId, id),
});
