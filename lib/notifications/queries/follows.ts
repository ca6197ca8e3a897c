import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import {
  cursorMoment,
  cursorNumber,
  decodeCursor,
  encodeCursor,
  type Page,
} from "@/lib/shared/cursor";
import type { Viewer } from "@/lib/shared/viewer";
import type { FollowView } from "../view";
import { newsOf } from "./news";

/** Whether the viewer follows this debate. */
export async function isFollowing(debateId: number, viewer: Viewer): Promise<boolean> {
  const follow = await db.follow.findUnique({
    where: { debateId_userId: { debateId, userId: viewer.id } },
    select: { userId: true },
  });
  return follow !== null;
}

type Row = { slug: string; title: string; createdAt: Date; debateId: number; news: number };

const cursorShape = z.tuple([cursorMoment, cursorNumber]);

/** The debates a person follows, those followed last first. */
export async function listFollows(
  viewer: Viewer,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<FollowView>> {
  const after = decodeCursor(cursor, cursorShape);
  const from = after
    ? Prisma.sql`AND (f.created_at, f.debate_id) < (${after[0]}::timestamptz, ${after[1]})`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.slug, d.title, f.created_at AS "createdAt", f.debate_id AS "debateId", news.count AS news
    FROM follows f
    JOIN debates d ON d.id = f.debate_id AND d.status <> 'DRAFT'
    CROSS JOIN LATERAL ${newsOf(Prisma.sql`f.seen_argument_id`)} news
    WHERE f.user_id = ${viewer.id} ${from}
    ORDER BY f.created_at DESC, f.debate_id DESC
    LIMIT ${limit + 1}`;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ slug, title, createdAt, news }) => ({
      debate: { slug, title },
      since: createdAt.toISOString(),
      news,
    })),
    nextCursor: last ? encodeCursor([last.createdAt.toISOString(), last.debateId]) : null,
  };
}
