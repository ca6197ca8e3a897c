import { z } from "zod";

/** Whom to block, by the name in their address. */
export const blockSchema = z.strictObject({
  handle: z.string({ error: "REQUIRED" }).max(60),
});
export type BlockInput = z.output<typeof blockSchema>;
