import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { encodeCursor } from "@/lib/shared/cursor";
import type { ArgumentSort, Stance } from "../vocabulary";

export type SiblingIds = { ids: number[]; nextCursor: string | null };

export type SiblingsOf = {
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

/** Each order is an index of argument_counts; ties stand by age, so that a page never repeats. */
export const orders: Record<ArgumentSort, { key: Prisma.Sql; newestFirst: boolean }> = {
  convincing: { key: Prisma.sql`c.lower_bound`, newestFirst: false },
  divided: { key: Prisma.sql`c.divided`, newestFirst: false },
  discussed: { key: Prisma.sql`c.discussed`, newestFirst: false },
  newest: { key: Prisma.sql`0`, newestFirst: true },
  number: { key: Prisma.sql`0`, newestFirst: false },
};

export const placeShape = z.tuple([z.number(), z.int().min(0).max(2_147_483_647)]);
/** Where a page ended: the key it was ordered by, and the argument. */
export type After = z.output<typeof placeShape>;

/** The live siblings after a place in the order as it is now. */
export async function idsAfter(of: SiblingsOf, after: After | null): Promise<SiblingIds> {
  const { key, newestFirst } = orders[of.sort];
  const direction = newestFirst ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = newestFirst ? Prisma.sql`<` : Prisma.sql`>`;
  const rows = await db.$queryRaw<{ argumentId: number; key: number }[]>`
    SELECT c.argument_id AS "argumentId", ${key}::float8 AS key
    FROM argument_counts c
    WHERE ${liveSiblings(of)}
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

/** The condition of a list, on argument_counts as `c`. */
export function liveSiblings(of: SiblingsOf): Prisma.Sql {
  const { debateId, parentId, stance, cited } = of;
  return Prisma.sql`c.debate_id = ${debateId}
    AND ${parentId === null ? Prisma.sql`c.parent_id IS NULL` : Prisma.sql`c.parent_id = ${parentId}`}
    AND c.live ${stance ? Prisma.sql`AND c.stance = ${stance}::"Stance"` : Prisma.empty}
    ${cited ? citesSomething : Prisma.empty}`;
}

const citesSomething = Prisma.sql`AND EXISTS (
  SELECT FROM citations s WHERE s.debate_id = c.debate_id AND s.argument_id = c.argument_id)`;
