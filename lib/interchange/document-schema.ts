import { z } from "zod";
import {
  argumentSchema,
  bundleFormat,
  bundleVersion,
  commentSchema,
  logEntrySchema,
  revisionSchema,
  voteSchema,
} from "./bundle";
import { headShape } from "./bundle-head";
import { manifestSchema } from "./json/manifest";

/** A whole file, for those who write or check one. This site itself reads it piece by piece. */
const documentSchema = z
  .strictObject({
    $schema: z.url().optional(),
    format: z.literal(bundleFormat),
    version: z.literal(bundleVersion),
    ...headShape,
    arguments: z.array(argumentSchema).meta({ description: "Parents before their replies." }),
    revisions: z.array(revisionSchema),
    votes: z.array(voteSchema).meta({
      description:
        "Voters are called differently in every export, and never as in people. Times are days.",
    }),
    comments: z.array(commentSchema).meta({ description: "Each after the one it answers." }),
    log: z.array(logEntrySchema).optional().meta({
      description: "What was changed, the oldest first. Not read by an import.",
    }),
    manifest: manifestSchema.optional(),
  })
  .meta({ title: "Counterpoint debate", description: "A debate with everything that is public." });

let made: object | undefined;

/** JSON Schema (2020-12) of an exported debate. */
export function documentJsonSchema(): object {
  return (made ??= z.toJSONSchema(documentSchema, { io: "input" }));
}
