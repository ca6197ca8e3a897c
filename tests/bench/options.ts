import { parseArgs } from "node:util";
import { z } from "zod";

/** The groups of figures, in the order in which they are measured. */
export const groups = [
  "page",
  "votes",
  "posts",
  "signed-in",
  "first-view",
  "memory",
  "live",
  "start",
  "browser",
  "lighthouse",
  "search",
] as const;
export type Group = (typeof groups)[number];

export type Options = {
  only: readonly Group[];
  /** How often every contender has its turn. */
  rounds: number;
  /** How long a turn lasts. */
  seconds: number;
  quick: boolean;
};

const usage = `Usage: npm run bench -- [--quick] [--only ${groups.join(",")}] [--rounds 5] [--seconds 8]`;

/** @throws Error that says how to call the bench */
export function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        quick: { type: "boolean", default: false },
        only: { type: "string" },
        rounds: { type: "string" },
        seconds: { type: "string" },
      },
    });
    const count = z.coerce.number().int().min(1).max(100);
    return {
      quick: values.quick,
      only: values.only ? z.array(z.enum(groups)).parse(values.only.split(",")) : groups,
      rounds: count.parse(values.rounds ?? (values.quick ? 3 : 5)),
      seconds: count.parse(values.seconds ?? (values.quick ? 3 : 8)),
    };
  } catch {
    throw new Error(usage);
  }
}
