import { z } from "@hono/zod-openapi";
import { decideManyBody } from "@/lib/moderation/queue-schema";
import { queueLimits } from "@/lib/moderation/queue-vocabulary";
import { moderationLimits, reviewCauses } from "@/lib/moderation/vocabulary";
import { timeSchema } from "./page";

export const escalationBody = z
  .strictObject({
    note: z
      .string()
      .max(moderationLimits.privateNote * 2)
      .default(""),
  })
  .openapi("NewEscalation");

export const escalatedJson = z
  .object({ review: z.int(), version: z.int(), escalated: z.boolean() })
  .openapi("Escalation");

export const noteBody = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(moderationLimits.privateNote * 2),
  })
  .openapi("NewReviewNote");

export const notedJson = z.object({ review: z.int(), note: z.int() }).openapi("ReviewNoted");

// Named by the API's own zod: schemas made before its module have no `openapi` method.
export const bulkBody = z.strictObject(decideManyBody.shape).openapi("DecisionOnSeveral");

export const bulkJson = z
  .object({
    decided: z.array(
      z.object({
        review: z.int(),
        entry: z.int().nullable().openapi({ description: "Null when nothing was done." }),
        refused: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
  })
  .openapi("SeveralDecided");

export const viewBody = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(queueLimits.viewName * 2),
    query: z
      .string()
      .max(queueLimits.viewQuery)
      .default("")
      .openapi({ description: "The queue's filters as a query string.", example: "cause=FLAG" }),
  })
  .openapi("NewQueueView");

export const viewJson = z
  .object({ view: z.int(), name: z.string(), query: z.string() })
  .openapi("QueueView");

const replyFields = {
  name: z
    .string()
    .min(1)
    .max(queueLimits.replyName * 2),
  text: z
    .string()
    .min(3)
    .max(moderationLimits.publicReason * 2)
    .openapi({ description: "Up to 1,000 characters, as a public reason." }),
};

export const replyBody = z.strictObject(replyFields).openapi("NewSavedReply");

/** `PATCH /moderation/replies/{id}`: what is left out stays as it is. */
export const replyChangeBody = z
  .strictObject({ name: replyFields.name.optional(), text: replyFields.text.optional() })
  .openapi("SavedReplyChange");

export const replyJson = z
  .object({ reply: z.int(), name: z.string(), text: z.string() })
  .openapi("SavedReply");

export const waitsJson = z
  .object({
    waiting: z.array(z.object({ cause: z.enum(reviewCauses), count: z.int(), oldest: timeSchema })),
    decided: z
      .object({ count: z.int(), medianHours: z.number(), ninetiethHours: z.number() })
      .nullable()
      .openapi({ description: "Of the last 30 days; null when nothing was decided." }),
    days: z.array(z.object({ day: z.string().openapi({ example: "2026-11-27" }), count: z.int() })),
  })
  .openapi("QueueWaits");
