import { z } from "@hono/zod-openapi";
import { exportFormats } from "@/lib/interchange/schema";
import { preparedStates } from "@/lib/interchange/vocabulary";
import { writers } from "@/lib/interchange/writers";
import { timeSchema } from "./page";

export const file = { schema: { type: "string" as const, format: "binary" as const } };
const document = { schema: { type: "object" as const } };

/** What the file of a debate may be, by media type. */
export const fileContent = Object.fromEntries(
  Object.values(writers).map(({ mediaType }) => [
    mediaType.split(";")[0]!,
    mediaType.includes("json") ? document : file,
  ]),
);

export const preparedExportJson = z
  .object({
    id: z.uuid(),
    debate: z.object({ slug: z.string(), title: z.string() }),
    format: z.enum(exportFormats),
    state: z.enum(preparedStates).openapi({
      description: "OUTDATED: words that may stand in it were hidden or deleted since.",
    }),
    progress: z
      .object({ done: z.int(), total: z.int() })
      .nullable()
      .openapi({ description: "While it is written: items that were read, out of how many." }),
    bytes: z.int().nullable().openapi({ description: "Once it is ready." }),
    createdAt: timeSchema,
    finishedAt: timeSchema.nullable(),
    expiresAt: timeSchema.nullable().openapi({ description: "Until when it can be taken." }),
  })
  .openapi("PreparedExport");
