import { draftForm } from "@/lib/arguments/vocabulary";
import { routes, withQuery } from "@/lib/routes";

/** The id of a comment's element in a page: what `routes.comment` points to. */
export function commentAnchor(commentId: string): string {
  return `comment-${commentId}`;
}

/**
 * A link to a comment that also names it to the server, so that its page of a long list is shown.
 * @param posted whether it was posted just now, which the page then says
 */
export function commentLink(
  slug: string,
  argumentId: string,
  commentId: string,
  posted = false,
): string {
  const query = { comment: commentId, posted: posted ? 1 : undefined };
  return withQuery(routes.comment(slug, argumentId, commentId), query);
}

/** The name under which the unsent words of a comment, or of an answer to one, are kept. */
export function commentDraft(argumentId: string, replyToId: string | null = null): string {
  const form = draftForm.comment(argumentId);
  return replyToId ? `${form}:${replyToId}` : form;
}
