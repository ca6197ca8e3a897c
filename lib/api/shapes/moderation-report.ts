import { z } from "@hono/zod-openapi";
import { automations, categories, legalGrounds, restrictions } from "@/lib/moderation/report";
import { flagReasons, moderationActions, moderationGrounds } from "@/lib/moderation/vocabulary";

const medianHours = z
  .number()
  .nullable()
  .openapi({ description: "Half were decided faster; null without any." });
const count = z.int().min(0);
const undone = count.openapi({ description: "Of them taken back by now." });

export const reportJson = z
  .object({
    from: z.string(),
    to: z.string(),
    flags: z.object({
      received: count,
      byReason: z.array(z.object({ reason: z.enum(flagReasons), count })),
      decided: count,
      upheld: count.openapi({ description: "Of those decided, how many moderators agreed with." }),
      medianHours,
    }),
    decisions: z.array(
      z.object({
        action: z.enum(moderationActions),
        ground: z.enum(moderationGrounds),
        automatic: z.boolean(),
        count,
        undone,
      }),
    ),
    appeals: z.object({
      received: count,
      upheld: count,
      overturned: count,
      waiting: count,
      medianHours,
    }),
    statements: z.array(
      z.object({
        restriction: z.enum(restrictions),
        ground: z.enum(legalGrounds),
        category: z.enum(categories),
        automation: z.enum(automations),
        count,
        undone,
      }),
    ),
  })
  .openapi("ModerationReport");
