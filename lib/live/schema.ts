import { z } from "zod";
import { stanceSchema } from "@/lib/arguments/schema";
import { debateStatuses } from "@/lib/debates/schema";

const publicId = z.string().regex(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/);
const count = z.int().min(0);

/** What the event `change` carries: what is true of everything that something happened to. */
export const changeSchema = z.object({
  /** Whether the debate is open, locked or in slow mode, when that has changed. */
  debate: z
    .object({
      status: z.enum(debateStatuses),
      locked: z.boolean(),
      slowMinutes: z.int().min(1).nullable(),
    })
    .optional(),
  /** Arguments whose threads were locked or unlocked. */
  threads: z.array(z.object({ id: publicId, locked: z.boolean() })).optional(),
  counts: z.object({ arguments: count, comments: count, people: count }),
  /** New arguments, and restored ones. */
  added: z
    .array(
      z.object({
        id: publicId,
        parentId: publicId.nullable(),
        stance: stanceSchema,
        number: z.string(),
        title: z.string(),
      }),
    )
    .optional(),
  edited: z
    .array(z.object({ id: publicId, version: z.int().min(1), title: z.string() }))
    .optional(),
  archived: z.array(publicId).optional(),
  votes: z
    .array(
      z.object({
        id: publicId,
        count,
        mean: z.number().min(0).max(4).nullable(),
        histogram: z.array(count).length(5),
      }),
    )
    .optional(),
  /** Arguments whose discussion changed, with the number of their comments now. */
  comments: z.array(z.object({ id: publicId, count })).optional(),
});
export type Change = z.output<typeof changeSchema>;

/** What the event `here` carries: how many browsers have a page of the debate open. */
export const hereSchema = z.object({ count });
export type Here = z.output<typeof hereSchema>;

/** At least this many milliseconds lie between two changes of a debate: four a second at most. */
export const changeInterval = 250;
/** Whoever comes back within this many minutes misses nothing. */
export const keptMinutes = 10;
