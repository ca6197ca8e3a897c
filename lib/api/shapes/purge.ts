import { z } from "@hono/zod-openapi";
import { purgeWords, requestPurgeSchema } from "@/lib/purges/schema";
import { purgeGrounds, purgeStates, purgeTargets } from "@/lib/purges/vocabulary";
import type { PurgeView } from "@/lib/purges/view";
import { asInput } from "../problem";
import { timeSchema } from "./page";

const publicIds = z.string().regex(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/);

export const purgeBody = z
  .discriminatedUnion("target", [
    z.strictObject({ target: z.enum(["ARGUMENT", "COMMENT"]), id: publicIds, ...purgeWords }),
    z.strictObject({
      target: z.literal("ENTRY"),
      id: z.int().min(1).max(2_147_483_647).openapi({ description: "Of the public log." }),
      ...purgeWords,
    }),
  ])
  .openapi("PurgeRequest");

/** The body as the form's own schema reads it. */
export function toRequestInput(body: z.output<typeof purgeBody>) {
  return asInput(requestPurgeSchema, body);
}

export const requestedJson = z.object({
  purge: z.int(),
  entry: z.int().nullable().openapi({
    description: "The entry that hides it until it is decided; null when nobody could read it.",
  }),
});

export const confirmedJson = z.object({
  purge: z.int(),
  entry: z.int().openapi({ description: "What the public log says of it." }),
});

export const purgeJson = z
  .object({
    purge: z.int(),
    state: z.enum(purgeStates),
    target: z.enum(purgeTargets),
    id: z.string(),
    url: z.string(),
    ground: z.enum(purgeGrounds),
    legalBasis: z.string(),
    publicReason: z.string(),
    requestedBy: z.string(),
    requestedAt: timeSchema,
    confirmedBy: z.string().nullable(),
    confirmedAt: timeSchema.nullable(),
    withdrawnAt: timeSchema.nullable(),
    entry: z.int().nullable(),
    words: z.object({ title: z.string(), body: z.string() }).nullable().openapi({
      description: "What is to go; null once it is done or withdrawn.",
    }),
  })
  .openapi("Purge");

export function toPurgeJson({ href, can: _can, ...view }: PurgeView): z.infer<typeof purgeJson> {
  return { ...view, url: href };
}
