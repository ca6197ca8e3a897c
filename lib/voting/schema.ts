import { z } from "zod";
import { publicIdSchema } from "@/lib/shared/ids";

export type VoteSummary = {
  count: number;
  /** Mean impact, 0 to 4; null before the first vote. */
  mean: number | null;
  /** How many gave 0, 1, 2, 3, 4. */
  histogram: [number, number, number, number, number];
  /** Wilson lower bound of the share of impact given, 0 to 1. */
  lowerBound: number;
};

export const castVoteSchema = z.strictObject({
  id: publicIdSchema,
  /** A form sends a digit, a program a number; nothing at all is not "no weight". */
  impact: z.union(
    [
      z.int().min(0).max(4),
      z
        .string()
        .regex(/^[0-4]$/)
        .transform(Number),
    ],
    {
      error: "REQUIRED",
    },
  ),
});
export type CastVoteInput = z.output<typeof castVoteSchema>;

export const withdrawVoteSchema = z.strictObject({ id: publicIdSchema });
export type WithdrawVoteInput = z.output<typeof withdrawVoteSchema>;

/** A form's button may withdraw or weigh. */
export const voteFormSchema = z.union([
  z.strictObject({ id: publicIdSchema, impact: z.literal("withdraw") }),
  castVoteSchema,
]);
export type VoteFormInput = z.output<typeof voteFormSchema>;
