import { z } from "@hono/zod-openapi";
import {
  deliveryNotes,
  deliveryStatuses,
  disabledReasons,
  webhookEvents,
} from "@/lib/webhooks/vocabulary";
import type { DeliveryView, WebhookView } from "@/lib/webhooks/view";
import { timeSchema } from "./page";

export const webhookJson = z
  .object({
    id: z.int(),
    url: z.string(),
    debate: z.string().nullable().openapi({ description: "Null: all public debates." }),
    events: z.array(z.enum(webhookEvents)),
    createdAt: timeSchema,
    paused: z.boolean(),
    pausedBecause: z
      .enum(disabledReasons)
      .openapi({ description: "Empty when its owner paused it; otherwise what went wrong." }),
    failingSince: timeSchema.nullable(),
    rested: z
      .object({
        from: timeSchema,
        until: timeSchema.nullable(),
        entry: z.int().openapi({ description: "The entry of the moderation log." }),
      })
      .nullable()
      .openapi({ description: "Nothing was sent meanwhile: its owner was suspended or banned." }),
  })
  .openapi("Webhook");

export const deliveryJson = z
  .object({
    id: z.string(),
    event: z.enum([...webhookEvents, "ping"]),
    status: z.enum(deliveryStatuses),
    attempts: z.int(),
    responseStatus: z.int().nullable(),
    note: z.enum(deliveryNotes).openapi({ description: "Why the last attempt failed." }),
    createdAt: timeSchema,
    lastAttemptAt: timeSchema.nullable(),
    nextAttemptAt: timeSchema.nullable(),
  })
  .openapi("Delivery");

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

export function toWebhookJson(view: WebhookView): z.infer<typeof webhookJson> {
  const { id, url, debate, events, createdAt, disabledAt, disabledReason } = view;
  const { failingSince, rested } = view;
  return {
    id,
    url,
    debate: debate?.slug ?? null,
    events,
    createdAt: createdAt.toISOString(),
    paused: disabledAt !== null,
    pausedBecause: disabledReason,
    failingSince: iso(failingSince),
    rested: rested && {
      from: rested.from.toISOString(),
      until: iso(rested.until),
      entry: rested.entry,
    },
  };
}

export function toDeliveryJson(view: DeliveryView): z.infer<typeof deliveryJson> {
  const { createdAt, lastAttemptAt, nextAttemptAt, ...rest } = view;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    lastAttemptAt: iso(lastAttemptAt),
    nextAttemptAt: iso(nextAttemptAt),
  };
}
