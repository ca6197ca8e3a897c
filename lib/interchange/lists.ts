/** What of a debate may be long, and is read as it is needed. */
export const listNames = ["arguments", "revisions", "votes", "comments", "log"] as const;
export type ListName = (typeof listNames)[number];
