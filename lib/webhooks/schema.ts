import { z } from "zod";
import { idSchema } from "@/lib/shared/ids";

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
} as const;

const url = z
  .string({ error: "REQUIRED" })
  .trim()
  .min(1, { error: "REQUIRED" })
  .max(webhookLimits.url.max, { error: "TOO_LONG" });

const events = z.preprocess(
  (value) => (typeof value === "string" ? [value] : (value ?? [])),
  z
    .array(z.enum(webhookEvents))
    .min(1, { error: "EVENT_REQUIRED" })
    .max(webhookEvents.length * 2)
    .transform((chosen) => webhookEvents.filter((event) => chosen.includes(event))),
);

/** A debate's slug; empty for all public debates. */
const debate = z
  .string()
  .max(80)
  .optional()
  .transform((slug) => slug || undefined);

export const createWebhookSchema = z.strictObject({ url, events, debate });
export type CreateWebhookInput = z.output<typeof createWebhookSchema>;

export const webhookRefSchema = z.strictObject({ webhookId: idSchema });
export type WebhookRef = z.output<typeof webhookRefSchema>;

export const changeWebhookSchema = z.strictObject({
  webhookId: idSchema,
  url: url.optional(),
  events: events.optional(),
  paused: z.boolean().optional(),
});
export type ChangeWebhookInput = z.output<typeof changeWebhookSchema>;

export const pauseWebhookSchema = z
  .strictObject({ webhookId: idSchema, paused: z.enum(["yes", "no"]) })
  .transform(({ webhookId, paused }) => ({ webhookId, paused: paused === "yes" }));

export const deliveryRefSchema = z.strictObject({
  webhookId: idSchema,
  deliveryId: z.uuid({ error: "NOT_USABLE" }),
});
export type DeliveryRef = z.output<typeof deliveryRefSchema>;
