import "server-only";
import { db } from "@/lib/db/client";
import { decodeCursor } from "@/lib/shared/cursor";
import type { Stance } from "../schema";
import { rankedIds } from "./ranking";
import { idsAfter, placeShape, type SiblingIds, type SiblingsOf } from "./sibling-list";

/**
 * One page of live siblings on one side (or both), as ids in order. Orders that votes and comments
 * change are paged as they stood when the first page was read (see ./ranking); the others are read
 * as they are, one indexed read a page.
 */
export async function siblingIds(of: SiblingsOf): Promise<SiblingIds> {
  if (of.sort !== "newest" && of.sort !== "number") return rankedIds(of);
  return idsAfter(of, decodeCursor(of.cursor, placeShape));
}

export type SideTotals = Record<Stance, { total: number; impact: number; votes: number }>;

/** How many live siblings stand on each side, and the impact given to them. */
export async function sideTotals(debateId: number, parentId: number | null): Promise<SideTotals> {
  const rows = await db.argumentCounts.groupBy({
    by: ["stance"],
    where: { debateId, parentId, live: true },
    _count: { _all: true },
    _sum: { voteSum: true, voteCount: true },
  });
  const side = (stance: Stance) => {
    const row = rows.find((candidate) => candidate.stance === stance);
    return {
      total: row?._count._all ?? 0,
      impact: row?._sum.voteSum ?? 0,
      votes: row?._sum.voteCount ?? 0,
    };
  };
  return { SUPPORT: side("SUPPORT"), OPPOSE: side("OPPOSE") };
}
