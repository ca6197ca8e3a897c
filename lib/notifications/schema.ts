import { z } from "zod";
import { slugSchema } from "@/lib/debates/schema";
import { digestFrequencies, notificationKinds, type Kind } from "./vocabulary";

const storedId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .refine((id) => Number(id) <= 2_147_483_647);
const newsId = z.string().regex(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/);

/** A stored notification ("17"), or the news of a debate up to an argument ("42-137"). */
export const notificationIdSchema = z.union([storedId, newsId], { error: "NOT_USABLE" });

export const kindSchema = z.enum(notificationKinds);

export const notificationListSchema = z.object({
  kind: kindSchema.optional().catch(undefined),
  unread: z.boolean().default(false),
  limit: z.coerce.number().int().min(1).max(500).catch(30),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type NotificationListInput = z.output<typeof notificationListSchema>;

export const markReadSchema = z.strictObject({ id: notificationIdSchema });

export const markAllReadSchema = z.strictObject({
  /** What the page showed: what came later stays unread. */
  until: z.iso.datetime({ error: "NOT_USABLE" }),
  kind: z.preprocess((value) => (value === "" ? undefined : value), kindSchema.optional()),
});

export const followSchema = z.strictObject({ debate: slugSchema });

const oneOrMore = (value: unknown) =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
const inOrder = (chosen: readonly Kind[]) =>
  notificationKinds.filter((kind) => chosen.includes(kind));

export const mailedSchema = z
  .array(kindSchema, { error: "NOT_USABLE" })
  .max(notificationKinds.length, { error: "TOO_MANY" })
  .transform(inOrder);

/** As a form sends it: no box ticked means no kind. */
export const saveSettingsSchema = z.strictObject({
  digest: z.enum(digestFrequencies, { error: "REQUIRED" }),
  mailed: z.preprocess(oneOrMore, mailedSchema),
  /** Of a box that only who moderates is shown: "off" stands for the box not ticked. */
  queueMails: z
    .preprocess(
      (sent) => (sent === undefined ? undefined : oneOrMore(sent)),
      z.array(z.string()).optional(),
    )
    .transform((sent) => sent?.includes("on")),
});

/** As a program sends it: what is left out stays as it is. */
export const changeSettingsSchema = z.strictObject({
  digest: z.enum(digestFrequencies).optional(),
  mailed: mailedSchema.optional(),
  queueMails: z.boolean().optional(),
});
export type SettingsInput = z.output<typeof changeSettingsSchema>;
