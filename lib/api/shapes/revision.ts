import { z } from "@hono/zod-openapi";
import { revisionChanges } from "@/lib/arguments/vocabulary";
import type { RevisionView } from "@/lib/arguments/queries/revisions";
import { authorSchema, toAuthorJson } from "./argument";
import { timeSchema } from "./page";

export const revisionJson = z
  .object({
    version: z.int(),
    change: z.enum(revisionChanges),
    title: z.string(),
    body: z.string(),
    sources: z.array(z.object({ sourceId: z.int(), quotation: z.string() })),
    factIds: z.array(z.int()),
    reason: z.string(),
    editor: authorSchema,
    byCurator: z.boolean().openapi({
      description: "Somebody else than the author, who may be shown by role: without a name.",
    }),
    createdAt: timeSchema,
  })
  .openapi("Revision");

export function toRevisionJson(view: RevisionView): z.infer<typeof revisionJson> {
  return { ...view, editor: toAuthorJson(view.editor) };
}
