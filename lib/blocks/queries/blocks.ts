import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { cursorNumber, decodeCursor, encodeCursor, type Page } from "@/lib/shared/cursor";
import type { Viewer } from "@/lib/shared/viewer";
import type { BlockView } from "../view";

const cursorShape = z.tuple([cursorNumber]);

/** Whom the viewer blocked, who joined last first. */
export async function listBlocks(
  viewer: Viewer,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<BlockView>> {
  const before = decodeCursor(cursor, cursorShape);
  const rows = await db.block.findMany({
    where: { blockerId: viewer.id, ...(before ? { blockedId: { lt: before[0] } } : {}) },
    orderBy: { blockedId: "desc" },
    take: limit + 1,
    select: {
      blockedId: true,
      createdAt: true,
      blocked: { select: { handle: true, name: true } },
    },
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ blocked, createdAt }) => ({
      person: blocked,
      since: createdAt.toISOString(),
    })),
    nextCursor: last ? encodeCursor([last.blockedId]) : null,
  };
}

/** Whether the viewer blocked the person with this handle. */
export async function hasBlocked(viewer: Viewer | null, handle: string): Promise<boolean> {
  if (!viewer) return false;
  const block = await db.block.findFirst({
    where: { blockerId: viewer.id, blocked: { handle } },
    select: { blockedId: true },
  });
  return block !== null;
}
