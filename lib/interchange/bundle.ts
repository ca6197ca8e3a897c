import { z } from "zod";
import { stances } from "@/lib/arguments/schema";
import {
  actorStances,
  certainties,
  debateStatuses,
  slugSchema,
  sourceKinds,
} from "@/lib/debates/schema";
import { partialDateSchema } from "@/lib/shared/partial-date";
import {
  citation,
  citations,
  count,
  moment,
  momentOrDay,
  numberSchema,
  personRef,
  positive,
  text,
  voterRef,
  webAddress,
} from "./bundle-parts";

/**
 * A whole debate between two installations or two formats: what every reader of a file makes and
 * every writer gets. Arguments are named by their numbers, sources and facts by theirs, people by
 * "p1", "p2", … Voters have names of their own that lead to nobody (see the decision record on
 * votes in exports). Parents come before their children, comments after what they answer.
 */
export const bundleFormat = "counterpoint-debate";
export const bundleVersion = 1;

const long = 20_000;

export const personSchema = z.strictObject({
  ref: personRef,
  handle: text(30).meta({ description: "Empty when the person has none where this comes from." }),
  name: text(60, 1),
  editorial: z.boolean().meta({ description: "The editors' account of the site." }),
});

export const sourceSchema = z.strictObject({
  number: positive.meta({ description: "As readers see it: [7]." }),
  title: text(300, 1),
  publisher: text(200),
  url: webAddress.nullable(),
  published: partialDateSchema.nullable(),
  kind: z.enum(sourceKinds),
  note: text(long),
  retrievedOn: partialDateSchema.nullable(),
  archiveUrl: webAddress.nullable(),
  createdAt: moment,
});

export const factSchema = z.strictObject({
  number: positive.meta({ description: "As readers see it: F7." }),
  text: text(long, 1),
  certainty: z.enum(certainties),
  citations,
  updatedAt: moment,
  corrections: z
    .array(
      z.strictObject({
        formerText: text(long),
        formerCertainty: z.enum(certainties),
        reason: text(long),
        correctedAt: moment,
      }),
    )
    .max(1000),
});

export const briefSchema = z.strictObject({
  headline: text(long),
  summary: text(long),
  statusLine: text(long),
  reportedOn: partialDateSchema.nullable(),
  decidedBy: text(long),
  readingNote: text(long),
  affects: z.array(text(long)).max(1000),
  scopeKnown: z.array(text(long)).max(1000),
  scopeUnknown: z.array(text(long)).max(1000),
  citations,
});

const cited = { citations };
const actorSchema = z.strictObject({
  name: text(long),
  role: text(long),
  stance: z.enum(actorStances),
  summary: text(long),
  ...cited,
});
const eventSchema = z.strictObject({ date: partialDateSchema, text: text(long), ...cited });
const questionSchema = z.strictObject({ text: text(long), whyItMatters: text(long), ...cited });
const termSchema = z.strictObject({ term: text(long, 1), definition: text(long) });
const caveatSchema = z.strictObject({
  claim: text(long),
  finding: text(long),
  fact: positive.nullable().meta({ description: "The fact's number." }),
});

/** What is short enough to be held as a whole. */
export const headShape = {
  exportedAt: moment,
  origin: webAddress.nullable().meta({ description: "The debate's address where it comes from." }),
  licence: text(200),
  debate: z.strictObject({
    slug: slugSchema,
    title: text(200, 1),
    motion: text(300, 1),
    motionNote: text(long),
    status: z.enum(debateStatuses),
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    createdAt: moment,
    openedAt: moment.nullable(),
    updatedAt: moment,
    /** Where the numbers of new direct arguments go on. */
    nextNumber: positive,
    /** How many took part, each once; null when only the voters and authors in the file are known. */
    people: count.nullable(),
  }),
  people: z.array(personSchema).max(100_000),
  sources: z.array(sourceSchema).max(100_000),
  brief: briefSchema.nullable(),
  facts: z.array(factSchema).max(10_000),
  actors: z.array(actorSchema).max(10_000),
  timeline: z.array(eventSchema).max(10_000),
  openQuestions: z.array(questionSchema).max(10_000),
  glossary: z.array(termSchema).max(10_000),
  caveats: z.array(caveatSchema).max(10_000),
};
export const headSchema = z.strictObject(headShape);

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
  nextNumber: positive.meta({ description: "Where the numbers of replies go on." }),
  createdAt: moment,
  updatedAt: moment,
});

export const revisionSchema = z.strictObject({
  argument: numberSchema,
  version: positive,
  change: z.enum(["CREATED", "EDITED", "ARCHIVED", "RESTORED"]),
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
  version: positive.meta({ description: "Of the argument, when the vote was given." }),
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
  change: z.enum(["CREATED", "EDITED", "ARCHIVED", "RESTORED", "CORRECTED"]),
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
