import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { decodeCursor, encodeCursor } from "@/lib/shared/cursor";
import type { ArgumentSort, Stance } from "../schema";

export type SiblingIds = { ids: number[]; nextCursor: string | null };

type SiblingsOf = {
  debateId: number;
  /** null: direct arguments for or against the motion. */
  parentId: number | null;
  /** Without it: both sides, in one order. */
  stance?: Stance | undefined;
  sort: ArgumentSort;
  /** Only arguments that cite a source. */
  cited: boolean;
  limit: number;
  cursor?: string | undefined;
};

type Row = { argumentId: number; key: number };

/** Each order is an index of argument_counts; ties stand by age, so that a page never repeats. */
const orders: Record<ArgumentSort, { key: Prisma.Sql; newestFirst: boolean }> = {
  convincing: { key: Prisma.sql`c.lower_bound`, newestFirst: false },
  divided: { key: Prisma.sql`c.divided`, newestFirst: false },
  discussed: { key: Prisma.sql`c.discussed`, newestFirst: false },
  newest: { key: Prisma.sql`0`, newestFirst: true },
  number: { key: Prisma.sql`0`, newestFirst: false },
};

const cursorShape = z.tuple([z.number(), z.int().min(0).max(2_147_483_647)]);

/** One page of live siblings on one side (or both), as ids in order: one indexed read. */
export async function siblingIds(of: SiblingsOf): Promise<SiblingIds> {
  const { key, newestFirst } = orders[of.sort];
  const after = decodeCursor(of.cursor, cursorShape);
  const direction = newestFirst ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = newestFirst ? Prisma.sql`<` : Prisma.sql`>`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.argument_id AS "argumentId", ${key}::float8 AS key
    FROM argument_counts c
    WHERE c.debate_id = ${of.debateId}
      AND ${of.parentId === null ? Prisma.sql`c.parent_id IS NULL` : Prisma.sql`c.parent_id = ${of.parentId}`}
      AND c.live ${of.stance ? Prisma.sql`AND c.stance = ${of.stance}::"Stance"` : Prisma.empty}
      ${of.cited ? citesSomething : Prisma.empty}
      ${
        after
          ? Prisma.sql`AND ${key} <= ${after[0]}::float8
              AND (${key} < ${after[0]}::float8 OR c.argument_id ${beyond} ${after[1]})`
          : Prisma.empty
      }
    ORDER BY ${sortKey(of.sort, key)} c.argument_id ${direction}
    LIMIT ${of.limit + 1}`;
  const page = rows.slice(0, of.limit);
  const last = page.at(-1);
  return {
    ids: page.map((row) => row.argumentId),
    nextCursor: rows.length > of.limit && last ? encodeCursor([last.key, last.argumentId]) : null,
  };
}

function sortKey(sort: ArgumentSort, key: Prisma.Sql): Prisma.Sql {
  return sort === "newest" || sort === "number" ? Prisma.empty : Prisma.sql`${key} DESC,`;
}

const citesSomething = Prisma.sql`AND EXISTS (
  SELECT FROM citations s WHERE s.debate_id = c.debate_id AND s.argument_id = c.argument_id)`;

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
