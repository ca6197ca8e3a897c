import { z } from "zod";
import { argumentMarks, stances } from "../../vocabulary";

/** What the log's entries say was changed, as the commands that append them wrote it. */

const id = z.int();
const place = z.object({ parentId: id.nullable(), stance: z.enum(stances), number: z.string() });
const asked = z.object({ version: id, at: z.string() }).nullable();
const asking = z.object({ before: asked, after: asked });

export const moveDetails = z.object({ from: place, to: place, version: id, asking });

export const mergeDetails = z.object({
  to: z.object({ id, version: id }),
  joined: z.object({
    replies: z.array(z.object({ id, last: id })),
    threads: z.array(id),
    sources: z.array(id),
    facts: z.array(id),
  }),
  asking,
});

export const wordsDetails = z.object({
  from: z.object({ version: id }),
  /** `other`: the argument that a split made. */
  to: z.object({ version: id, other: id.optional() }),
  /** Null where votes were not asked about. */
  asking: asking.nullable(),
});

export const markDetails = z.object({ from: z.object({ marks: z.array(z.enum(argumentMarks)) }) });

export const linkDetails = z.object({ to: z.object({ link: id }) });
