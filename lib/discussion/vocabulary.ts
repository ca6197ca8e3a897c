/** The limits of comments, for pages too: without the library that checks input. */

export const commentLimits = { body: 4000 } as const;
