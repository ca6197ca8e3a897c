import { z } from "zod";
import { idSchema } from "@/lib/shared/ids";
import { webhookEvents, webhookLimits } from "./vocabulary";

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
