import "server-only";
import { readPrepared } from "@/lib/db/prepared";
import { decodeCursor } from "@/lib/shared/cursor";
import type { Stance } from "../vocabulary";
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
  const rows = await readPrepared<SideTotals[Stance] & { stance: Stance }>(
    parentId === null ? "sides of a motion" : "sides of an argument",
    `SELECT c.stance::text AS stance, count(*)::int AS total, sum(c.vote_sum)::int AS impact,
            sum(c.vote_count)::int AS votes
     FROM argument_counts c
     WHERE c.debate_id = $1 AND c.parent_id ${parentId === null ? "IS NULL" : "= $2"} AND c.live
     GROUP BY c.stance`,
    parentId === null ? [debateId] : [debateId, parentId],
  );
  const side = (stance: Stance) => {
    const { total = 0, impact = 0, votes = 0 } = rows.find((row) => row.stance === stance) ?? {};
    return { total, impact, votes };
  };
  return { SUPPORT: side("SUPPORT"), OPPOSE: side("OPPOSE") };
}

/** Those that curators have put first on their side, in the order of their numbers; a few at most. */
export async function featuredBelow(
  debateId: number,
  parentId: number | null,
): Promise<{ id: number; stance: Stance }[]> {
  return readPrepared<{ id: number; stance: Stance }>(
    parentId === null ? "featured below a motion" : "featured below an argument",
    `SELECT a.id, a.stance::text AS stance FROM arguments a
     WHERE a.debate_id = $1 AND a.featured AND a.status = 'LIVE'
       AND a.parent_id ${parentId === null ? "IS NULL" : "= $2"}
     ORDER BY a.path LIMIT 10`,
    parentId === null ? [debateId] : [debateId, parentId],
  );
}
