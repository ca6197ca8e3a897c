import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { DebateItemRef } from "@/lib/shared/ids";
import type { Stance } from "../vocabulary";

/**
 * Puts a locked argument, with everything below it, below another one (null: the motion).
 *
 * @param last the last step of the number it had there before; null for the next free one
 * @returns its new path
 */
export async function placeArgument(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  to: { parentId: number | null; stance: Stance },
  last: number | null,
): Promise<number[]> {
  const [row] = await tx.$queryRaw<{ path: number[] }[]>`
    SELECT place_argument(${debateId}::int, ${id}::int, ${to.parentId}::int, ${to.stance}::"Stance", ${last}::int) AS path`;
  return row!.path;
}

/** Takes the next free number below an argument (null: the motion), for one that is new. */
export async function nextPath(
  tx: Transaction,
  debateId: number,
  parentId: number | null,
): Promise<number[]> {
  const [row] =
    parentId === null
      ? await tx.$queryRaw<{ path: number[] }[]>`
          UPDATE debates SET next_root = next_root + 1, updated_at = now() WHERE id = ${debateId}
          RETURNING ARRAY[next_root - 1] AS path`
      : await tx.$queryRaw<{ path: number[] }[]>`
          UPDATE arguments SET next_child = next_child + 1 WHERE debate_id = ${debateId} AND id = ${parentId}
          RETURNING path || (next_child - 1) AS path`;
  return row!.path;
}
