import { z } from "zod";
import { slugSchema } from "@/lib/debates/schema";
import { line } from "@/lib/shared/text";

/** A draft's values: field names and the words typed, 40 kB at most together. */
export const draftValuesSchema = z
  .record(z.string().max(60), z.string().max(20_000))
  .refine((values) => JSON.stringify(values).length <= 40_000, { error: "TOO_LONG" });
export type DraftValues = z.output<typeof draftValuesSchema>;

export const saveDraftSchema = z.strictObject({
  debate: slugSchema,
  form: line({ min: 1, max: 80 }),
  /** JSON of the values. */
  values: z
    .string()
    .max(60_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "NOT_USABLE" });
        return z.NEVER;
      }
    })
    .pipe(draftValuesSchema),
});
export type SaveDraftInput = z.output<typeof saveDraftSchema>;
