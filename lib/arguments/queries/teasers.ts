import "server-only";
import { db } from "@/lib/db/client";
import { readPrepared } from "@/lib/db/prepared";
import { publicId } from "@/lib/shared/ids";
import type { Stance } from "../vocabulary";
import type { ArgumentTeaser } from "../view";
import { withheldTitle } from "../withheld";

type TeaserRow = {
  of: number;
  id: number;
  path: number[];
  stance: Stance;
  title: string;
  voteCount: number;
  voteSum: number;
};

function toTeaser(debateId: number, row: Omit<TeaserRow, "of">): ArgumentTeaser {
  return {
    id: publicId({ debateId, id: row.id }),
    number: row.path.join("."),
    stance: row.stance,
    title: row.title || withheldTitle(),
    votes: { count: row.voteCount, mean: row.voteCount === 0 ? null : row.voteSum / row.voteCount },
  };
}

/**
 * The best live reply of each argument: the highest lower bound, an objection before a support
 * when they are equal. One statement; two index probes an argument.
 */
export async function bestReplies(
  debateId: number,
  ids: readonly number[],
): Promise<Map<number, ArgumentTeaser>> {
  if (ids.length === 0) return new Map();
  const rows = await readPrepared<TeaserRow>("best replies", bestRepliesSql, [debateId, ids]);
  return new Map(rows.map((row) => [row.of, toTeaser(debateId, row)]));
}

const bestRepliesSql = `
  SELECT DISTINCT ON (asked.id) asked.id AS "of", a.id, a.path, a.stance::text AS stance, a.title,
         best.vote_count AS "voteCount", best.vote_sum AS "voteSum"
  FROM unnest($2::int[]) AS asked (id)
  CROSS JOIN (VALUES ('SUPPORT'::"Stance"), ('OPPOSE'::"Stance")) AS side (stance)
  CROSS JOIN LATERAL (
    SELECT c.argument_id, c.lower_bound, c.vote_count, c.vote_sum FROM argument_counts c
    WHERE c.debate_id = $1 AND c.parent_id = asked.id AND c.stance = side.stance AND c.live
    ORDER BY c.lower_bound DESC, c.argument_id LIMIT 1
  ) best
  JOIN arguments a ON a.debate_id = $1 AND a.id = best.argument_id
  ORDER BY asked.id, best.lower_bound DESC, a.stance = 'OPPOSE' DESC, a.id`;

/** Live arguments that stand elsewhere and are said below this one too (null: below the motion). */
export async function linkedBelow(
  debateId: number,
  parentId: number | null,
): Promise<ArgumentTeaser[]> {
  const rows = await readPrepared<Omit<TeaserRow, "of">>("linked below", linkedBelowSql, [
    debateId,
    parentId,
  ]);
  return rows.map((row) => toTeaser(debateId, row));
}

const linkedBelowSql = `
  SELECT a.id, a.path, l.stance::text AS stance, a.title, c.vote_count AS "voteCount", c.vote_sum AS "voteSum"
  FROM argument_links l
  JOIN arguments a ON a.debate_id = l.debate_id AND a.id = l.argument_id AND a.status = 'LIVE'
  JOIN argument_counts c ON c.debate_id = a.debate_id AND c.argument_id = a.id
  WHERE l.debate_id = $1 AND coalesce(l.parent_id, 0) = coalesce($2::int, 0)
  ORDER BY l.id LIMIT 50`;

/** The arguments between the motion and this one, from the top down. One statement. */
export async function pathTo(debateId: number, id: number): Promise<ArgumentTeaser[]> {
  const rows = await db.$queryRaw<Omit<TeaserRow, "of">[]>`
    SELECT a.id, a.path, a.stance, CASE WHEN a.withheld THEN '' ELSE a.title END AS title,
           c.vote_count AS "voteCount", c.vote_sum AS "voteSum"
    FROM arguments x
    CROSS JOIN LATERAL generate_series(1, cardinality(x.path) - 1) AS level
    JOIN arguments a ON a.debate_id = x.debate_id AND a.path = x.path[1:level]
    JOIN argument_counts c ON c.debate_id = a.debate_id AND c.argument_id = a.id
    WHERE x.debate_id = ${debateId} AND x.id = ${id}
    ORDER BY level`;
  return rows.map((row) => toTeaser(debateId, row));
}

/** The strongest live root argument on each side of each debate: for front pages. */
export async function strongestRoots(
  debateId: number,
): Promise<{ support: ArgumentTeaser | null; oppose: ArgumentTeaser | null }> {
  const rows = await db.$queryRaw<Omit<TeaserRow, "of">[]>`
    SELECT a.id, a.path, a.stance, a.title, best.vote_count AS "voteCount", best.vote_sum AS "voteSum"
    FROM (VALUES ('SUPPORT'::"Stance"), ('OPPOSE'::"Stance")) AS side (stance)
    CROSS JOIN LATERAL (
      SELECT c.argument_id, c.vote_count, c.vote_sum FROM argument_counts c
      WHERE c.debate_id = ${debateId} AND c.parent_id IS NULL AND c.stance = side.stance AND c.live
      ORDER BY c.lower_bound DESC, c.argument_id LIMIT 1
    ) best
    JOIN arguments a ON a.debate_id = ${debateId} AND a.id = best.argument_id`;
  const of = (stance: Stance) => {
    const row = rows.find((candidate) => candidate.stance === stance);
    return row ? toTeaser(debateId, row) : null;
  };
  return { support: of("SUPPORT"), oppose: of("OPPOSE") };
}
