import { z } from "zod";
import { idSchema, publicIdSchema } from "@/lib/shared/ids";
import { prose } from "@/lib/shared/text";
import { purgeGrounds, purgeLimits } from "./vocabulary";

/** Why the law demands it, whatever it is about. */
export const purgeWords = {
  ground: z.enum(purgeGrounds, { error: "REQUIRED" }),
  /** Which law or order demands it; for administrators. */
  legalBasis: prose({ min: 3, max: purgeLimits.legalBasis }),
  publicReason: prose({ min: 3, max: purgeLimits.publicReason }),
};

export const requestPurgeSchema = z.discriminatedUnion("target", [
  z.strictObject({ target: z.literal("ARGUMENT"), id: publicIdSchema, ...purgeWords }),
  z.strictObject({ target: z.literal("COMMENT"), id: publicIdSchema, ...purgeWords }),
  z.strictObject({ target: z.literal("ENTRY"), id: idSchema, ...purgeWords }),
]);
export type RequestPurgeInput = z.output<typeof requestPurgeSchema>;

/** What an address of the form names; null when it names nothing that could be purged. */
export const purgeSubjectSchema = z
  .discriminatedUnion("target", [
    z.object({ target: z.literal("ARGUMENT"), id: publicIdSchema }),
    z.object({ target: z.literal("COMMENT"), id: publicIdSchema }),
    z.object({ target: z.literal("ENTRY"), id: idSchema }),
  ])
  .nullable()
  .catch(null);
export type PurgeSubject = NonNullable<z.output<typeof purgeSubjectSchema>>;

export const purgeRefSchema = z.strictObject({ purge: idSchema });
export type PurgeRef = z.output<typeof purgeRefSchema>;
