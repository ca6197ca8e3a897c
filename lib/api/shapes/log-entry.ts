import { z } from "@hono/zod-openapi";
import { argumentMarks } from "@/lib/arguments/vocabulary";
import {
  moderationActions,
  moderationGrounds,
  moderationTargets,
} from "@/lib/moderation/vocabulary";
import { suggestionKinds } from "@/lib/suggestions/vocabulary";
import { timeSchema } from "./page";

const person = z.object({ handle: z.string(), name: z.string() });
const entryNumber = z.int().nullable();

export const logEntryJson = z
  .object({
    id: z.int().openapi({ description: "Its number in the log: from 1, without a gap." }),
    at: timeSchema,
    action: z.enum(moderationActions),
    target: z.object({
      kind: z.enum(moderationTargets),
      debate: z.object({ slug: z.string(), title: z.string() }).nullable(),
      argument: z
        .object({
          id: z.string(),
          number: z.string(),
          title: z
            .string()
            .nullable()
            .openapi({ description: "Null while the argument's words are hidden." }),
        })
        .nullable(),
      commentId: z.string().nullable(),
      person: person.nullable().openapi({
        description:
          "Whose thing it is, or the person acted upon; null once the account was erased.",
      }),
    }),
    ground: z.enum(moderationGrounds),
    change: z
      .union([
        z.object({ kind: z.literal("MOVE"), from: z.string(), to: z.string() }),
        z.object({ kind: z.enum(["MERGE", "SPLIT", "LINK"]), to: z.string() }),
        z.object({ kind: z.literal("MARK"), to: z.array(z.enum(argumentMarks)) }),
      ])
      .nullable()
      .openapi({
        description:
          "Of an argument's place or marks: numbers as they were then, empty for the motion.",
      }),
    waited: z.enum(suggestionKinds).nullable().openapi({
      description:
        "What had waited before it was shown, when this accepts or declines it, or takes that back.",
    }),
    suggested: z.boolean().openapi({ description: "It did what a member had suggested." }),
    reason: z.string().openapi({ description: "In public; empty once it was purged by law." }),
    by: z.union([
      person.extend({ kind: z.literal("PERSON") }),
      z.object({ kind: z.enum(["MODERATOR", "DEBATE_MODERATOR", "AUTOMATIC"]) }),
    ]),
    until: timeSchema.nullable().openapi({
      description: "When a silence or suspension ends by itself; null for all else.",
    }),
    undoes: entryNumber.openapi({ description: "The entry that this one takes back." }),
    undoneBy: entryNumber.openapi({ description: "The entry that took this one back." }),
    appeal: z
      .object({ state: z.enum(["WAITING", "UPHELD", "OVERTURNED"]), outcome: entryNumber })
      .nullable(),
    decidesAppealOf: entryNumber,
    purged: z.boolean(),
    previousHash: z.string().openapi({ description: "Empty for the first entry." }),
    hash: z.string().openapi({ description: "SHA-256 of the entry and the hash before it." }),
  })
  .openapi("LogEntry");

export const logHeadJson = z.object({ entries: z.int(), hash: z.string() }).openapi("LogHead", {
  description:
    "The log's end. Note it down: a log rewritten before it no longer leads to this hash.",
});
