/** What the address of an argument's page says about its discussion. */
export type DiscussionAddress = {
  /** The page of comments after this cursor. */
  cursor?: string;
  /** The comment that a link led to. */
  comment?: string;
  /** The comment that is being answered. */
  replyTo?: string;
  /** The comment that a link led to was posted just now. */
  posted: boolean;
};

const publicId = /^[1-9]\d{0,8}-[1-9]\d{0,8}$/;

/** Reads a page's query. What is not understood is left out, never an error. */
export function readDiscussionAddress(
  query: Record<string, string | string[] | undefined>,
): DiscussionAddress {
  const one = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const id = (key: string) => {
    const value = one(key);
    return value && publicId.test(value) ? value : undefined;
  };
  return {
    cursor: one("comments")?.slice(0, 200),
    comment: id("comment"),
    replyTo: id("replyTo"),
    posted: one("posted") === "1",
  };
}

/** The id of the form in which a comment or an answer is written. */
export const commentFormAnchor = "comment-form";
