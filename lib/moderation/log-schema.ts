import { z } from "zod";
import { slugSchema } from "@/lib/debates/schema";
import { searchSchema } from "@/lib/search/schema";
import { moderationActions, moderationGrounds } from "./vocabulary";

/** A handle as people write it, "@Ada" too. What can be nobody's finds nobody. */
const handle = z
  .string()
  .max(60)
  .pipe(searchSchema.shape.q)
  .transform((text) => text.replace(/^@/, "").toLowerCase() || undefined);

/** Which entries of the log, in the address of a page: what cannot be understood is left out. */
export const logFilterSchema = z.object({
  debate: slugSchema.optional().catch(undefined),
  person: handle.optional().catch(undefined),
  action: z.enum(moderationActions).optional().catch(undefined),
  ground: z.enum(moderationGrounds).optional().catch(undefined),
  undone: z.enum(["true", "false"]).optional().catch(undefined),
  /** Words of the public reason. */
  q: searchSchema.shape.q,
});
export type LogFilter = z.output<typeof logFilterSchema>;

export const logListSchema = logFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(500).catch(30),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type LogListInput = z.output<typeof logListSchema>;

/** The number of an entry, as an address names it. */
export const entryNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
