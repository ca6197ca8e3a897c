import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { readingContext, type ReadingContext } from "@/lib/debates/queries/context";
import { decodeCursor, encodeCursor, type Page } from "@/lib/shared/cursor";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import type { Stance } from "../vocabulary";
import { buildThread } from "../tree";
import type { ArgumentThread, ArgumentView } from "../view";
import { hydrate } from "./hydrate";

const threadLimits = { levels: 3, arguments: 120 } as const;

/**
 * The live arguments below one, level by level in number order: one range of the path's index.
 * A subtree that hangs on an archived argument is left out.
 */
async function subtreeIds(debateId: number, id: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT a.id
    FROM arguments x
    JOIN arguments a ON a.debate_id = x.debate_id
      AND a.path > x.path
      AND a.path < x.path[1:cardinality(x.path) - 1] || (x.path[cardinality(x.path)] + 1)
    WHERE x.debate_id = ${debateId} AND x.id = ${id} AND a.status = 'LIVE'
      AND cardinality(a.path) <= cardinality(x.path) + ${threadLimits.levels}
    ORDER BY cardinality(a.path), a.path
    LIMIT ${threadLimits.arguments}`;
  return rows.map((row) => row.id);
}

/** An argument with its replies, three levels deep. Null when it is not there for this viewer. */
export async function getThread(id: string, viewer: Viewer | null): Promise<ArgumentThread | null> {
  const ref = parsePublicId(id);
  const context = ref && (await readingContext({ id: ref.debateId }, viewer));
  return context ? threadIn(context, ref.id) : null;
}

/** As `getThread`, in a context already read. */
export async function threadIn(
  context: ReadingContext,
  id: number,
): Promise<ArgumentThread | null> {
  const below = await subtreeIds(context.debate.id, id);
  const [root, ...others] = await hydrate([id, ...below], context);
  return root && root.status === "LIVE" ? buildThread(root, others) : null;
}

const pathCursor = z.array(z.int().min(1).max(2_147_483_647)).min(1).max(32);

/** The whole tree in number order, a page at a time; numbers are stable, so pages never shift. */
export async function listTree(
  slug: string,
  input: { limit: number; cursor?: string | undefined; stance?: Stance | undefined },
  viewer: Viewer | null,
): Promise<Page<ArgumentView> | null> {
  const context = await readingContext({ slug }, viewer);
  if (!context) return null;
  const after = decodeCursor(input.cursor, pathCursor);
  const rows = await db.$queryRaw<{ id: number; path: number[] }[]>`
    SELECT a.id, a.path FROM arguments a
    WHERE a.debate_id = ${context.debate.id} AND a.status = 'LIVE'
      ${input.stance ? Prisma.sql`AND a.stance = ${input.stance}::"Stance"` : Prisma.empty}
      ${after ? Prisma.sql`AND a.path > ${after}::int[]` : Prisma.empty}
    ORDER BY a.path LIMIT ${input.limit + 1}`;
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await hydrate(
      page.map((row) => row.id),
      context,
    ),
    nextCursor: rows.length > input.limit && last ? encodeCursor(last.path) : null,
  };
}
