import { z } from "zod";
import { argumentMarks, mostMarks, revisionChanges, stances } from "@/lib/arguments/vocabulary";
import {
  type factSchema,
  type headSchema,
  type personSchema,
  type sourceSchema,
} from "./bundle-head";
import {
  citation,
  long,
  moment,
  momentOrDay,
  numberSchema,
  personRef,
  positive,
  text,
  voterRef,
} from "./bundle-parts";

/**
 * A whole debate between two installations or two formats: what every reader of a file makes and
 * every writer gets. Arguments are named by their numbers, sources and facts by theirs, people by
 * "p1", "p2", … Voters have names of their own that lead to nobody (see the decision record on
 * votes in exports). Parents come before their children, comments after what they answer.
 */
export const bundleFormat = "counterpoint-debate";
export const bundleVersion = 1;

export const argumentSchema = z.strictObject({
  number: numberSchema.meta({ description: "2.1.3 answers 2.1. Never reused within a debate." }),
  stance: z.enum(stances),
  title: text(140, 1),
  body: text(8000),
  status: z.enum(["LIVE", "ARCHIVED"]),
  version: positive,
  author: personRef.nullable().meta({ description: "Null when the account was erased." }),
  citations: z.array(citation).max(1000),
  facts: z.array(positive).max(1000),
  marks: z
    .array(z.enum(argumentMarks))
    .max(mostMarks)
    .optional()
    .meta({ description: "What curators noted about its quality." }),
  mergedInto: numberSchema
    .optional()
    .meta({ description: "The argument that says the same and was kept." }),
  links: z
    .array(z.strictObject({ below: numberSchema.nullable(), stance: z.enum(stances) }))
    .max(1000)
    .optional()
    .meta({ description: "Where else it is referred to; null: below the motion." }),
  nextNumber: positive.meta({ description: "Where the numbers of replies go on." }),
  createdAt: moment,
  updatedAt: moment,
});

export const revisionSchema = z.strictObject({
  argument: numberSchema,
  version: positive,
  change: z.enum(revisionChanges),
  title: text(140, 1),
  body: text(8000),
  citations: z.array(z.strictObject({ source: positive, quotation: text(1000) })).max(1000),
  facts: z.array(positive).max(1000),
  reason: text(2000),
  editor: personRef.nullable(),
  createdAt: moment,
});

export const voteSchema = z.strictObject({
  argument: numberSchema,
  voter: voterRef,
  impact: z.int().min(0).max(4),
  version: z.int().min(0).meta({
    description:
      "Of the argument, when the vote was given; 0: on an argument that was merged into this one.",
  }),
  at: momentOrDay,
});

export const commentSchema = z.strictObject({
  id: positive.meta({ description: "In this file only." }),
  argument: numberSchema,
  replyTo: positive.nullable(),
  author: personRef.nullable(),
  body: text(4000).meta({ description: "Empty when the comment was deleted." }),
  deleted: z.boolean(),
  version: positive,
  createdAt: moment,
  editedAt: moment.nullable(),
});

/** One line of a debate's public history, as it can also be read from revisions and corrections. */
export const logEntrySchema = z.strictObject({
  at: moment,
  change: z.enum([...revisionChanges, "CORRECTED"]),
  argument: numberSchema.nullable(),
  version: positive.nullable(),
  fact: positive.nullable(),
  by: personRef.nullable(),
  reason: text(long),
});

export type BundleLogEntry = z.output<typeof logEntrySchema>;
export type BundleHead = z.output<typeof headSchema>;
export type BundlePerson = z.output<typeof personSchema>;
export type BundleSource = z.output<typeof sourceSchema>;
export type BundleFact = z.output<typeof factSchema>;
export type BundleCitation = z.output<typeof citation>;
export type BundleArgument = z.output<typeof argumentSchema>;
export type BundleRevision = z.output<typeof revisionSchema>;
export type BundleVote = z.output<typeof voteSchema>;
export type BundleComment = z.output<typeof commentSchema>;

export type Stream<T> = AsyncIterable<T> | Iterable<T>;

/**
 * A debate to be written or to be brought in: the short parts at once, the long ones as streams,
 * each to be read from its beginning as often as somebody asks (one stream at a time).
 */
export type Bundle = {
  head: BundleHead;
  arguments: () => Stream<BundleArgument>;
  /** May be empty: then each argument gets one revision, its present state. */
  revisions: () => Stream<BundleRevision>;
  votes: () => Stream<BundleVote>;
  comments: () => Stream<BundleComment>;
};
