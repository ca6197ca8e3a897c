import { z } from "zod";
import { slugSchema } from "@/lib/debates/schema";
import { idSchema, versionSchema } from "@/lib/shared/ids";
import { line, prose } from "@/lib/shared/text";
import { decideReviewSchema, leftForLater } from "./schema";
import { flagReasons, moderationLimits, moderationTargets, reviewCauses } from "./vocabulary";
import { bulkDecisions, queueLimits, takenStates } from "./queue-vocabulary";

/** The queue: which part of it, notes, saved views, and deciding several things. */

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values).optional().catch(undefined);

/** What narrows the queue; what is not understood is left out. */
const filters = {
  cause: oneOf(reviewCauses),
  target: oneOf(moderationTargets),
  debate: slugSchema.optional().catch(undefined),
  /** At least one flag says so. */
  reason: oneOf(flagReasons),
  /** Taken by this moderator, by another one, or by nobody. */
  taken: oneOf(takenStates),
  /** Passed on to administrators, or not. */
  escalated: oneOf(["true", "false"]),
  /** Waits for at least so many days. */
  days: z.coerce.number().int().min(1).max(365).optional().catch(undefined),
  /** Words of the thing or its author's name. */
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
};

export const queueFilterSchema = z.object(filters);
export type QueueFilter = z.output<typeof queueFilterSchema>;

export const queueSchema = z.object({
  ...filters,
  limit: z.coerce.number().int().min(1).max(500).catch(50),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type QueueInput = z.output<typeof queueSchema>;

/** The report of an error in a brief, as it was looked at. */
export const closeCorrectedSchema = z.strictObject({
  review: idSchema,
  version: versionSchema,
  after: leftForLater,
});
export type CloseCorrectedInput = z.output<typeof closeCorrectedSchema>;

export const escalateReviewSchema = z.strictObject({
  review: idSchema,
  note: prose({ max: moderationLimits.privateNote }).default(""),
});
export type EscalateReviewInput = z.output<typeof escalateReviewSchema>;

export const noteReviewSchema = z.strictObject({
  review: idSchema,
  text: prose({ min: 1, max: moderationLimits.privateNote }),
});
export type NoteReviewInput = z.output<typeof noteReviewSchema>;

export const saveViewSchema = z.strictObject({
  name: line({ min: 1, max: queueLimits.viewName }),
  /** The filters, as the address of the queue says them. */
  query: z.string().max(queueLimits.viewQuery).default("").transform(cleanQuery),
});
export type SaveViewInput = z.output<typeof saveViewSchema>;

export const deleteViewSchema = z.strictObject({ view: idSchema });
export type DeleteViewInput = z.output<typeof deleteViewSchema>;

const reply = {
  name: line({ min: 1, max: queueLimits.replyName }),
  /** As long as a public reason may be: it becomes one. */
  text: prose({ min: 3, max: moderationLimits.publicReason }),
};

export const saveReplySchema = z.strictObject(reply);
export type SaveReplyInput = z.output<typeof saveReplySchema>;

/** What is left out stays as it is. */
export const changeReplySchema = z.strictObject({
  reply: idSchema,
  name: reply.name.optional(),
  text: reply.text.optional(),
});
export type ChangeReplyInput = z.output<typeof changeReplySchema>;

export const deleteReplySchema = z.strictObject({ reply: idSchema });
export type DeleteReplyInput = z.output<typeof deleteReplySchema>;

/** The filters of an address alone, in their order: what is not one is left out. */
function cleanQuery(query: string): string {
  const asked = Object.fromEntries(new URLSearchParams(query));
  const filter = queueFilterSchema.parse(asked);
  const kept = Object.entries(filter).filter(([, value]) => value !== undefined);
  return new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
}

/** A review with the version that was looked at: "17.3". */
export const pickSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}\.[1-9]\d{0,8}$/)
  .transform((text) => {
    const [review, version] = text.split(".").map(Number) as [number, number];
    return { review, version };
  });
export type Picked = z.output<typeof pickSchema>;

const asList = (value: unknown) =>
  value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];

const picks = z.preprocess(
  asList,
  z
    .array(pickSchema, { error: "REQUIRED" })
    .min(1, { error: "REQUIRED" })
    .max(queueLimits.atOnce, { error: "TOO_MANY" }),
);

const { ground, publicReason } = decideReviewSchema.shape;

/** One decision on several things, with one reason. */
export const decideManySchema = z.strictObject({
  pick: picks,
  decision: z.enum(bulkDecisions, { error: "REQUIRED" }),
  ground,
  publicReason,
});
export type DecideManyInput = z.output<typeof decideManySchema>;

/** As a program sends it. */
export const decideManyBody = z.strictObject({
  reviews: z
    .array(z.strictObject({ review: idSchema, version: versionSchema }))
    .min(1)
    .max(queueLimits.atOnce),
  decision: z.enum(bulkDecisions),
  ground,
  publicReason,
});
