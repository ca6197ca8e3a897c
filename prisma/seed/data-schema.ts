import { partialDateSchema } from "@/lib/shared/partial-date";
import { z } from "zod";

/**
 * The shape of a debate kept as files under prisma/seed/data. Pure.
 *
 * Every item has a `ref` (S1, F1, A1, …) that never changes, so that files can point at one
 * another and a correction is a readable diff. The number in the refs of sources and facts is the
 * number readers see; the others are positions.
 */

const words = z
  .string()
  .min(1)

  .regex(/^[^\u0000-\u0009\u000b-\u001f]*$/, "has a control character")
  .refine((text) => text === text.trim(), "begins or ends with a space");

const ref = (letter: string) => z.string().regex(new RegExp(`^${letter}[1-9]\\d*$`));
const sourceRefs = z.array(ref("S"));

const debateFile = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  language: z.string().regex(/^[a-z]{2}$/),
  license: z.literal("CC BY-SA 4.0"),
  title: words,
  motion: words,
  motionNote: words,
  readingNote: words,
  decision: z.strictObject({
    headline: words,
    summary: words,
    status: words,
    dateReported: partialDateSchema,
    decidedBy: words,
    affects: z.array(words).min(1),
    scopeKnown: z.array(words).min(1),
    scopeUnknown: z.array(words).min(1),
    sourceRefs: sourceRefs.min(1),
  }),
});

const source = z.strictObject({
  ref: ref("S"),
  publisher: words,
  title: words,
  url: z.url({ protocol: /^https$/ }).nullable(),
  published: partialDateSchema.nullable(),
  kind: z.enum(["ARTICLE", "GOVERNMENT", "INTERVIEW", "ANALYSIS", "REPORT", "BOOK", "OTHER"]),
  /** Whether the passage relied on was itself read; the note says where and how. */
  passageSeen: z.boolean(),
  note: words,
});

const fact = z.strictObject({
  ref: ref("F"),
  certainty: z.enum(["ESTABLISHED", "REPORTED", "DISPUTED", "UNKNOWN"]),
  text: words,
  sourceRefs: sourceRefs.min(1),
});

const quotation = z.strictObject({ text: words, sourceRef: ref("S"), note: words.nullable() });

const actor = z.strictObject({
  ref: ref("A"),
  name: words,
  role: words,
  stance: z.enum(["SUPPORTS", "CRITICISES", "DENIES", "NEUTRAL", "DECLINES_TO_COMMENT"]),
  summary: words,
  quotation: quotation.nullable(),
  sourceRefs: sourceRefs.min(1),
});

const timelineEvent = z.strictObject({
  ref: ref("T"),
  date: partialDateSchema,
  text: words,
  sourceRefs: sourceRefs.min(1),
});

const openQuestion = z.strictObject({
  ref: ref("Q"),
  text: words,
  whyItMatters: words,
  sourceRefs: sourceRefs.min(1),
});

const glossaryTerm = z.strictObject({ ref: ref("G"), term: words, definition: words });
const caveat = z.strictObject({ ref: ref("C"), claim: words, finding: words, factRef: ref("F") });

const argument = z.strictObject({
  ref: ref("N"),
  parentRef: ref("N").nullable(),
  stance: z.enum(["SUPPORT", "OPPOSE"]),
  title: words.max(140),
  body: words,
  sourceRefs: sourceRefs.min(1),
  factRefs: z.array(ref("F")).max(4),
});

const shape = z.strictObject({
  debate: debateFile,
  sources: z.array(source),
  facts: z.array(fact),
  actors: z.array(actor),
  timeline: z.array(timelineEvent),
  openQuestions: z.array(openQuestion),
  glossary: z.array(glossaryTerm),
  caveats: z.array(caveat),
  arguments: z.array(argument),
});

/** A whole debate from its files, every reference checked. */
export const seedDebateSchema = shape.superRefine((data, context) => {
  for (const message of findBrokenReferences(data)) context.addIssue({ code: "custom", message });
});

export type SeedDebate = z.infer<typeof shape>;
export type SeedArgument = z.infer<typeof argument>;

/** One sentence for each reference that leads nowhere, occurs twice or is out of order. */
export function findBrokenReferences(data: SeedDebate): string[] {
  const { debate, ...lists } = data;
  const problems = Object.values(lists).flatMap(findRefsOutOfOrder);
  const sources = new Set(data.sources.map((item) => item.ref));
  const facts = new Set(data.facts.map((item) => item.ref));
  const missing = (from: string, refs: readonly string[], known: Set<string>) =>
    refs
      .filter((target, index) => !known.has(target) || refs.indexOf(target) !== index)
      .map((target) => `${from} points at ${target}, which does not exist or is named twice.`);

  problems.push(...missing("The decision", debate.decision.sourceRefs, sources));
  const cited = [data.facts, data.actors, data.timeline, data.openQuestions, data.arguments].flat();
  for (const item of cited) problems.push(...missing(item.ref, item.sourceRefs, sources));
  for (const item of data.caveats) problems.push(...missing(item.ref, [item.factRef], facts));
  for (const item of data.actors)
    if (item.quotation && !item.sourceRefs.includes(item.quotation.sourceRef))
      problems.push(`${item.ref} quotes ${item.quotation.sourceRef} without listing it.`);

  const above = new Set<string>();
  for (const item of data.arguments) {
    problems.push(...missing(item.ref, item.factRefs, facts));
    if (item.parentRef) problems.push(...missing(item.ref, [item.parentRef], above));
    above.add(item.ref);
  }
  return problems;
}

function findRefsOutOfOrder(list: readonly { ref: string }[]): string[] {
  return list
    .filter((item, index) => Number(item.ref.slice(1)) !== index + 1)
    .map((item) => `${item.ref} is not in its place: refs count from 1 without gaps.`);
}
