import "server-only";
import { db, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import { summarise } from "./rules";
import type { VoteSummary } from "./schema";

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

/** @throws DomainError NOT_FOUND */
export async function readVotes(id: DebateItemRef): Promise<VoteSummary> {
  const counts = await db.argumentCounts.findUnique({
    where: { debateId_argumentId: { debateId: id.debateId, argumentId: id.id } },
    select: keptCountsSelect,
  });
  if (!counts) throw new DomainError("NOT_FOUND");
  return summarise(counts);
}
