import { z } from "@hono/zod-openapi";
import {
  actFields,
  closeFields,
  decideAppealSchema,
  decisionFields,
  factField,
  flagFields,
  lastsSomeTime,
  restsOnSomething,
  sanctionFields,
  slowFields,
} from "@/lib/moderation/schema";
import { closeCorrectedSchema } from "@/lib/moderation/queue-schema";
import type { QueueItem, ReviewView } from "@/lib/moderation/view";
import {
  flagReasons,
  moderationActions,
  moderationGrounds,
  moderationLimits,
  moderationTargets,
  reviewCauses,
} from "@/lib/moderation/vocabulary";
import { decideSuggestionSchema } from "@/lib/suggestions/schema";
import { suggestionKinds, verdicts } from "@/lib/suggestions/vocabulary";
import { timeSchema } from "./page";

/** Of a thing that the address names. */
export const flagBody = z.strictObject(flagFields).superRefine(restsOnSomething).openapi("NewFlag");

/** Of a brief that the address names, or of one of its facts. */
export const reportErrorBody = z
  .strictObject({ ...factField, ...flagFields })
  .superRefine(restsOnSomething)
  .openapi("NewErrorReport", {
    description: "`fact` is the number of a fact (7 for F7); without it, the brief as a whole.",
  });

export const flaggedJson = z
  .object({
    id: z.int(),
    before: z.boolean().openapi({ description: "You had flagged it before; nothing was added." }),
  })
  .openapi("Flagged");

const person = z.object({ handle: z.string(), name: z.string() }).nullable();

const item = {
  review: z.int(),
  version: z.int().openapi({ description: "Goes up with every flag; a decision names it." }),
  cause: z.enum(reviewCauses),
  target: z.enum(moderationTargets),
  debate: z.object({ slug: z.string(), title: z.string() }).nullable(),
  title: z.string(),
  url: z.string().openapi({ description: "Where it stands: a path on this site." }),
  author: person.openapi({
    description: "Null for a brief, which is nobody's, and once the account was erased.",
  }),
  fact: z
    .int()
    .nullable()
    .openapi({ description: "The number of the fact of the brief whose error was reported." }),
  score: z.number().openapi({ description: "The weights of its flags, by what they say." }),
  flags: z.int(),
  reasons: z.array(z.object({ reason: z.enum(flagReasons), count: z.int() })),
  openedAt: timeSchema,
  suggestion: z
    .object({ id: z.string(), kind: z.enum(suggestionKinds) })
    .nullable()
    .openapi({ description: "What waits before it is shown: read it among the suggestions." }),
  escalated: z.boolean().openapi({ description: "Passed on: administrators alone decide it." }),
  hiddenAtOnce: z
    .boolean()
    .openapi({ description: "Its flags hid it; keeping it shows it again." }),
  claimedBy: z.object({ name: z.string(), mine: z.boolean(), until: timeSchema }).nullable(),
};

export const queueItemJson = z.object(item).openapi("QueueItem");

const entry = z.object({
  entry: z.int(),
  action: z.enum(moderationActions),
  ground: z.enum(moderationGrounds),
  publicReason: z.string(),
  at: timeSchema,
  undone: z.boolean(),
});

export const reviewJson = z
  .object({
    ...item,
    decided: z.object({ entry: z.int(), by: z.string() }).nullable(),
    closed: z.boolean().openapi({ description: "Asked back or withdrawn: not to be decided." }),
    body: z.string().openapi({ description: "Its words as they stand, in Markdown." }),
    path: z.array(z.object({ number: z.string(), title: z.string(), href: z.string() })),
    raised: z.array(
      z.object({
        reason: z.enum(flagReasons),
        note: z.string(),
        sourceUrl: z.string().nullable(),
        duplicateOf: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
        reporter: person,
        weight: z.number(),
        at: timeSchema,
      }),
    ),
    before: z.array(entry).openapi({ description: "What was done to it before, newest first." }),
    record: z
      .object({ actedUpon: z.int(), contributions: z.int(), since: timeSchema })
      .nullable()
      .openapi({ description: "Of its author; null for a brief." }),
    correction: z.int().nullable().openapi({
      description: "The entry by which a brief was corrected since an error was reported.",
    }),
    appeal: z.object({ text: z.string(), entry }).nullable(),
    passedOn: z.object({ by: z.string(), at: timeSchema, note: z.string() }).nullable(),
    notes: z.array(z.object({ by: person, text: z.string(), at: timeSchema })),
  })
  .openapi("Review");

const shown = (author: QueueItem["author"]) =>
  author && { handle: author.handle, name: author.name };

export function toQueueItemJson(item: QueueItem) {
  const { review, version, cause, target, debate, title, href, author, fact, score, flags } = item;
  const { reasons, openedAt, suggestion, escalated, hiddenAtOnce, claimedBy } = item;
  return {
    ...{ review, version, cause, target, debate, title, url: href, author: shown(author) },
    ...{ fact, score, flags, reasons, openedAt, suggestion, escalated, hiddenAtOnce, claimedBy },
  };
}

export function toReviewJson({
  can: _can,
  purgeable: _its,
  lookAlikes: _alike,
  around: _around,
  waiting: _waiting,
  appeal,
  raised,
  suggestion,
  ...rest
}: ReviewView) {
  const waiting = suggestion && { id: suggestion.id, kind: suggestion.kind };
  return {
    ...toQueueItemJson({ ...rest, suggestion: waiting }),
    decided: rest.decided,
    closed: rest.closed,
    body: rest.body,
    path: rest.path,
    before: rest.before,
    record: rest.record,
    correction: rest.brief?.correction ?? null,
    raised: raised.map((flag) => ({ ...flag, reporter: shown(flag.reporter) })),
    appeal: appeal && { text: appeal.text, entry: appeal.entry },
    passedOn: rest.passedOn,
    notes: rest.notes.map((note) => ({ ...note, by: shown(note.by) })),
  };
}

/** A decision on what was flagged, on what waits before it is shown, or on an appeal. */
export const decisionBody = z
  .union([
    z
      .strictObject(decisionFields)
      .superRefine((input, context) => lastsSomeTime(input, input.decision, context)),
    decideSuggestionSchema.omit({ review: true, after: true }),
    decideAppealSchema.omit({ review: true, after: true }),
  ])
  .openapi("Decision");

type Decided = Exclude<z.output<typeof decisionBody>, { outcome: string }>;

/** Whether a decision is one on what waits before it is shown. */
export function isVerdict(
  body: Decided,
): body is Extract<Decided, { decision: (typeof verdicts)[number] }> {
  return verdicts.some((verdict) => verdict === body.decision);
}

export const decidedJson = z
  .object({ review: z.int(), entry: z.int().nullable() })
  .openapi("Decided");

export const claimedJson = z
  .object({ review: z.int(), version: z.int(), until: timeSchema.nullable() })
  .openapi("Claimed");

export const appealBody = z
  .object({
    text: z
      .string()
      .min(3)
      .max(moderationLimits.appeal * 2),
  })
  .openapi("NewAppeal");

export const undoBody = z
  .object({ publicReason: z.string().min(3), privateNote: z.string().default("") })
  .openapi("Undo");

export const entryJson = z.object({ entry: z.int() }).openapi("EntryNumber");

/** What is done to a person that the address names. */
export const sanctionBody = z
  .strictObject(sanctionFields)
  .superRefine((input, context) => lastsSomeTime(input, input.kind, context))
  .openapi("NewSanction");

export const sanctionedJson = z
  .object({
    entry: z.int(),
    until: timeSchema.nullable().openapi({ description: "Null for a ban." }),
  })
  .openapi("Sanctioned");

export const actBody = z.strictObject(actFields).openapi("CuratorsReason");
export const slowBody = z.strictObject({ ...actFields, ...slowFields }).openapi("SlowMode");
export const closeBody = z.strictObject({ ...actFields, ...closeFields }).openapi("Closing");

export const correctedBody = z
  .strictObject(closeCorrectedSchema.omit({ review: true, after: true }).shape)
  .openapi("CloseCorrected");
