import "server-only";
import type { Prisma } from "@/lib/db/client";

/** The columns a summary is made of. */
export const keptCountsSelect = {
  voteCount: true,
  voteSum: true,
  n0: true,
  n1: true,
  n2: true,
  n3: true,
  n4: true,
  lowerBound: true,
} satisfies Prisma.ArgumentCountsSelect;
