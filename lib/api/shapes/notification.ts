import { z } from "@hono/zod-openapi";
import { stanceSchema } from "@/lib/arguments/schema";
import { exportFormats } from "@/lib/interchange/schema";
import { moderationActions } from "@/lib/moderation/vocabulary";
import { notificationIdSchema } from "@/lib/notifications/schema";
import { digestFrequencies, mostNews, notificationKinds } from "@/lib/notifications/vocabulary";
import type { NotificationView } from "@/lib/notifications/view";
import { timeSchema } from "./page";

const debateJson = z.object({ slug: z.string(), title: z.string() });
const newsCount = () =>
  z.int().openapi({ description: `Counted up to ${mostNews + 1}, which means “or more”.` });

export const notificationJson = z
  .object({
    id: z.string().openapi({
      example: "17",
      description: "Opaque. News of a followed debate have an id until more news come.",
    }),
    kind: z.enum(notificationKinds),
    event: z.enum([
      "ARGUMENT",
      "COMMENT",
      "ANSWER",
      "MENTION",
      "EDITED",
      "ARCHIVED",
      "RESTORED",
      "REVOTE",
      "MODERATED",
      "MODERATED_AS_SUGGESTED",
      "SUGGESTION_ACCEPTED",
      "SUGGESTION_DECLINED",
      "SUGGESTION_ASKED",
      "SUGGESTION_WAITS_AGAIN",
      "CORRECTED",
      "INVITED",
      "FLAG_UPHELD",
      "FLAG_DECLINED",
      "NEWS",
      "EXPORT_READY",
      "EXPORT_FAILED",
    ]),
    read: z.boolean(),
    at: timeSchema,
    url: z.string().openapi({ description: "Where it leads: a path on this site." }),
    debate: debateJson.nullable().openapi({ description: "Null when it is about a person." }),
    actor: z
      .object({ handle: z.string(), name: z.string() })
      .nullable()
      .openapi({ description: "Null for news and files, and once the account was erased." }),
    argument: z
      .object({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        stance: stanceSchema,
        archived: z.boolean(),
      })
      .nullable(),
    comment: z.object({ id: z.string(), deleted: z.boolean(), excerpt: z.string() }).nullable(),
    export: z
      .object({ id: z.uuid(), format: z.enum(exportFormats) })
      .nullable()
      .openapi({ description: "The file that was prepared, when it tells of one." }),
    action: z.enum(moderationActions).nullable().openapi({ description: "What a moderator did." }),
    ofComment: z.boolean().openapi({ description: "That was done to a comment on the argument." }),
    reason: z.string().openapi({ description: "Why a curator did it." }),
    news: z.object({ count: newsCount(), since: timeSchema }).nullable(),
  })
  .openapi("Notification");

export function toNotificationJson({ href, actor, ...rest }: NotificationView) {
  const { handle, name } = actor ?? {};
  return { ...rest, url: href, actor: handle && name ? { handle, name } : null };
}

export const settingsJson = z
  .object({
    digest: z.enum(digestFrequencies).openapi({ description: "How often a digest is mailed." }),
    mailed: z.array(z.enum(notificationKinds)).openapi({ description: "What it holds." }),
    queueMails: z.boolean().openapi({
      description: "Whether who moderates is mailed what waits in the queue.",
    }),
  })
  .openapi("NotificationSettings");

export const followJson = z
  .object({ debate: debateJson, since: timeSchema, news: newsCount() })
  .openapi("Follow");

/** Some by their ids, or all that are there now. */
export const markReadBody = z.union([
  z.strictObject({ ids: z.array(notificationIdSchema).min(1).max(500) }),
  z.strictObject({ all: z.literal(true) }),
]);
