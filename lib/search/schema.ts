import { z } from "zod";
import { normaliseText } from "@/lib/shared/text";

export const searchKinds = [
  "DEBATE",
  "ARGUMENT",
  "COMMENT",
  "FACT",
  "ACTOR",
  "QUESTION",
  "TERM",
  "SOURCE",
] as const;
export type SearchKind = (typeof searchKinds)[number];

export const searchLimits = { query: 200, page: 20 } as const;

// What a search box may hold is never an error: what cannot be searched for is left out.
const notSearchable = /[\p{Cc}\p{Cs}\p{Co}]/gu;

/** A search, as the address of a page or the API asks for it. */
export const searchSchema = z.object({
  q: z
    .string()
    .catch("")
    .transform((text) =>
      normaliseText(text.slice(0, searchLimits.query * 4).replace(notSearchable, " "))
        .replace(/\s+/gu, " ")
        .slice(0, searchLimits.query)
        .replace(/\p{Cs}$/u, ""),
    ),
  kind: z
    .preprocess((value) => String(value).toUpperCase(), z.enum(searchKinds))
    .optional()
    .catch(undefined),
  /** Only in this debate: its slug. */
  debate: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  cursor: z.string().max(300).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(500).catch(searchLimits.page),
});
export type SearchInput = z.output<typeof searchSchema>;
