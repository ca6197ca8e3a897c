import { z } from "zod";
import { citationSchema } from "@/lib/arguments/schema";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import { idSchema, versionSchema } from "@/lib/shared/ids";
import { partialDateSchema } from "@/lib/shared/partial-date";
import { line, prose } from "@/lib/shared/text";
import { actorStances, certainties, slugSchema } from "./schema";
import { briefLists, debateLimits as limits, orderedLists } from "./vocabulary";

const emptyAsMissing = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;

const isEmptyRow = (row: unknown) =>
  typeof row === "object" &&
  row !== null &&
  Object.values(row).every((cell) => typeof cell === "string" && cell.trim() === "");

/** A form sends its empty source rows too; they are not sources. */
const sources = z.preprocess(
  (value) => (Array.isArray(value) ? value.filter((row) => !isEmptyRow(row)) : value),
  z.array(citationSchema).max(argumentLimits.sources, { error: "TOO_MANY" }).default([]),
);

/** One point a line, as a form sends them; a program sends a list. */
const points = z.preprocess(
  (value) =>
    typeof value === "string" ? value.split("\n").filter((text) => text.trim() !== "") : value,
  z
    .array(line({ min: 1, max: limits.line }))
    .max(limits.points, { error: "TOO_MANY" })
    .default([]),
);

/** The debate an edit is made in, and the version of it that the edit was begun on. */
const place = { debate: slugSchema, version: versionSchema };
const itemId = z.preprocess(emptyAsMissing, idSchema.optional());

const title = line({ min: 3, max: limits.title });
const motion = line({ min: 3, max: limits.motion });
const motionNote = prose({ max: limits.text }).default("");

export const createDebateSchema = z.strictObject({ title, motion, motionNote });
export type CreateDebateInput = z.output<typeof createDebateSchema>;

export const writeDecisionSchema = z.strictObject({
  ...place,
  title,
  /** Fixed once the debate is open; left out it stays as it is. */
  motion: motion.optional(),
  motionNote,
  headline: line({ max: limits.line }).default(""),
  summary: prose({ max: limits.summary }).default(""),
  statusLine: line({ max: limits.line }).default(""),
  reportedOn: z.preprocess(emptyAsMissing, partialDateSchema.optional()),
  decidedBy: line({ max: limits.line }).default(""),
  readingNote: prose({ max: limits.text }).default(""),
  affects: points,
  scopeKnown: points,
  scopeUnknown: points,
  sources,
});
export type WriteDecisionInput = z.output<typeof writeDecisionSchema>;

export const writeFactSchema = z.strictObject({
  ...place,
  /** Without one, a new fact. */
  id: itemId,
  text: prose({ min: 3, max: limits.text }),
  certainty: z.enum(certainties, { error: "REQUIRED" }),
  sources,
  /** Why a published fact is corrected: stands in public. */
  reason: line({ max: limits.reason }).default(""),
});
export type WriteFactInput = z.output<typeof writeFactSchema>;

const item = { ...place, id: itemId };

export const writeItemSchema = z.discriminatedUnion("part", [
  z.strictObject({
    ...item,
    part: z.literal("actors"),
    name: line({ min: 1, max: limits.line }),
    role: line({ max: limits.line }).default(""),
    stance: z.enum(actorStances, { error: "REQUIRED" }),
    summary: prose({ min: 3, max: limits.text }),
    sources,
  }),
  z.strictObject({
    ...item,
    part: z.literal("timeline"),
    date: partialDateSchema,
    text: prose({ min: 3, max: limits.text }),
    sources,
  }),
  z.strictObject({
    ...item,
    part: z.literal("questions"),
    text: prose({ min: 3, max: limits.text }),
    whyItMatters: prose({ max: limits.text }).default(""),
    sources,
  }),
  z.strictObject({
    ...item,
    part: z.literal("glossary"),
    term: line({ min: 1, max: limits.line }),
    definition: prose({ min: 3, max: limits.text }),
  }),
]);
export type WriteItemInput = z.output<typeof writeItemSchema>;

export const moveItemSchema = z.strictObject({
  ...place,
  part: z.enum(orderedLists),
  id: idSchema,
  by: z.enum(["up", "down"]),
});
export type MoveItemInput = z.output<typeof moveItemSchema>;

export const removeItemSchema = z.strictObject({
  ...place,
  part: z.enum(briefLists),
  id: idSchema,
});
export type RemoveItemInput = z.output<typeof removeItemSchema>;

export const debateOnlySchema = z.strictObject({ debate: slugSchema });

export const editorSchema = z.strictObject({
  debate: slugSchema,
  handle: z
    .string({ error: "REQUIRED" })
    .trim()
    .toLowerCase()
    .transform((text) => text.replace(/^@/, ""))
    .pipe(z.string().min(1, { error: "REQUIRED" }).max(30, { error: "NO_SUCH_MEMBER" })),
});
export type EditorInput = z.output<typeof editorSchema>;
