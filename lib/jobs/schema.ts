import { z } from "zod";

/** A job that somebody points at: its kind and its id. */
export const jobRefSchema = z.strictObject({
  name: z.string().max(60),
  jobId: z.uuid({ error: "NOT_USABLE" }),
});
export type JobRef = z.output<typeof jobRefSchema>;
