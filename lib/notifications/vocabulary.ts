export const notificationKinds = [
  "REPLY",
  "MENTION",
  "MODERATION",
  "FLAGGED",
  "REVOTE",
  "INVITED",
  "FOLLOWED",
  "EXPORT",
] as const;
export type Kind = (typeof notificationKinds)[number];

export const digestFrequencies = ["DAILY", "WEEKLY", "NEVER"] as const;
export type Digest = (typeof digestFrequencies)[number];

/** What a person is mailed who has not chosen. The same stand in the database. */
export const defaultSettings = {
  digest: "DAILY",
  mailed: ["REPLY", "MODERATION"],
  queueMails: true,
} as const satisfies { digest: Digest; mailed: readonly Kind[]; queueMails: boolean };

/** The bell counts no further: "99+". */
export const mostCounted = 99;

/** News of one followed debate are counted no further. */
export const mostNews = 999;

/** Debates that one person may follow. */
export const mostFollowed = 500;

/** Items of one digest that are written out; of the rest it says how many. */
export const mostMailed = 50;

/** Older than this many days, nothing is mailed any more: no mail server, or one that failed long. */
export const mailableDays = 14;
