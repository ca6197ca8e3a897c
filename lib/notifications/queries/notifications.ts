import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { cursorMoment, decodeCursor, encodeCursor, type Page } from "@/lib/shared/cursor";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { type NotificationListInput } from "../schema";
import { mostCounted, type Kind } from "../vocabulary";
import type { NotificationView } from "../view";
import { hasNews, newsOf } from "./news";
import { isTold, itemColumns, itemRows, newsColumns, toNotification } from "./rows";

const cursorShape = z.tuple([cursorMoment, z.int().min(-2_147_483_648).max(2_147_483_647)]);
const seen = Prisma.sql`f.seen_argument_id`;

/** What a person was told, and the news of debates they follow, newest first, a page at a time. */
export async function listNotifications(
  viewer: Viewer,
  { kind, unread, limit, cursor }: NotificationListInput,
): Promise<Page<NotificationView>> {
  const after = decodeCursor(cursor, cursorShape);
  const stored = storedItems(viewer.id, { kind, unread, after, limit: limit + 1 });
  const news = newsItems(viewer.id, after);
  const items =
    kind === "FOLLOWED" ? news : kind ? stored : Prisma.sql`(${stored}) UNION ALL (${news})`;
  const rows = await itemRows(items, viewer.id, limit + 1);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(toNotification),
    nextCursor: last ? encodeCursor([last.createdAt.toISOString(), last.key]) : null,
  };
}

type After = z.infer<typeof cursorShape> | null;
type Wanted = { kind: Kind | undefined; unread: boolean; after: After; limit: number };

function storedItems(userId: number, { kind, unread, after, limit }: Wanted): Prisma.Sql {
  return Prisma.sql`
    SELECT ${itemColumns} FROM notifications n
    LEFT JOIN debates d ON d.id = n.debate_id
    WHERE ${isTold} AND n.user_id = ${userId}
      ${kind ? Prisma.sql`AND n.kind = ${kind}::"NotificationKind"` : Prisma.empty}
      ${unread ? Prisma.sql`AND n.read_at IS NULL` : Prisma.empty}
      ${after ? Prisma.sql`AND (n.created_at, n.id) < (${after[0]}::timestamptz, ${after[1]})` : Prisma.empty}
    ORDER BY n.created_at DESC, n.id DESC LIMIT ${limit}`;
}

function newsItems(userId: number, after: After): Prisma.Sql {
  return Prisma.sql`
    SELECT ${newsColumns}, f.seen_at AS since FROM follows f
    JOIN debates d ON d.id = f.debate_id AND d.status <> 'DRAFT'
    CROSS JOIN LATERAL ${newsOf(seen)} news
    WHERE f.user_id = ${userId} AND news.count > 0
      ${after ? Prisma.sql`AND (news.newest_at, -f.debate_id) < (${after[0]}::timestamptz, ${after[1]})` : Prisma.empty}`;
}

/** One of a person's notifications. Null when it is not there, or not theirs. */
export async function getNotification(
  viewer: Viewer,
  id: string,
): Promise<NotificationView | null> {
  const news = parsePublicId(id);
  const items = news
    ? Prisma.sql`SELECT * FROM (${newsItems(viewer.id, null)}) n WHERE n.debate_id = ${news.debateId}`
    : Prisma.sql`
        SELECT ${itemColumns} FROM notifications n
        LEFT JOIN debates d ON d.id = n.debate_id
        WHERE ${isTold} AND n.user_id = ${viewer.id} AND n.id = ${Number(id)}`;
  const [row] = await itemRows(items, viewer.id, 1);
  return row ? toNotification(row) : null;
}

/** How much a person has not read, for the bell: at most one more than `mostCounted`. */
export async function countUnread(viewer: Viewer): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (
      (SELECT FROM notifications n
       LEFT JOIN debates d ON d.id = n.debate_id
       WHERE ${isTold} AND n.user_id = ${viewer.id} AND n.read_at IS NULL
       LIMIT ${mostCounted + 1})
      UNION ALL
      (SELECT FROM follows f
       JOIN debates d ON d.id = f.debate_id AND d.status <> 'DRAFT'
       WHERE f.user_id = ${viewer.id} AND ${hasNews(seen)}
       LIMIT ${mostCounted + 1})
    ) unread`;
  return Math.min(row.count, mostCounted + 1);
}
