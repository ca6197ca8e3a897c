/** What a webhook can be told of. */
export const webhookEvents = [
  "argument.created",
  "argument.edited",
  "argument.archived",
  "argument.restored",
  "comment.created",
  "comment.edited",
  "comment.deleted",
  "votes.changed",
  "debate.opened",
  "debate.closed",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** What is sent: one of the above, or what its owner asked for to try it out. */
export type SentEvent = WebhookEvent | "ping";

export const deliveryStatuses = ["PENDING", "DELIVERED", "FAILED"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Why a webhook was switched off; empty when its owner paused it. */
export const disabledReasons = ["", "GONE", "FAILING", "SECRET_LOST"] as const;
export type DisabledReason = (typeof disabledReasons)[number];

/** Why an attempt failed. */
export const deliveryNotes = [
  "",
  "ADDRESS",
  "CONNECTION",
  "CERTIFICATE",
  "TIMEOUT",
  "REDIRECT",
  "STATUS",
  "GONE",
  "NOT_PUBLIC",
  "SECRET_LOST",
  "SHUT_OUT",
] as const;
export type DeliveryNote = (typeof deliveryNotes)[number];

export const webhookLimits = {
  /** Webhooks a person may have; PostgreSQL counts too. */
  each: 10,
  url: { max: 2000 },
  /** Pings a minute and webhook. */
  pings: 6,
  /** Deliveries shown in the log at once. */
  log: 50,
  /** For so many days a webhook says that it rested: as long as its log is kept. */
  restShown: 30,
} as const;
