import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { DigestFrequency, NotificationKind } from "@/lib/db/generated/enums";
import { daysBefore, periodStart } from "../period";
import { mailableDays, mostMailed } from "../vocabulary";
import type { NotificationView } from "../view";
import { hasNews, newsOf } from "./news";
import { isTold, itemColumns, itemRows, newsColumns, toNotification } from "./rows";

/**
 * A row gets its id and its time a moment before others can see it. What is older than this many
 * seconds is either seen by now or will never be (a write takes at most 15), so that no mark skips
 * anything.
 */
const settledSeconds = 60;

/** Between which moments a digest gathers. */
export type Span = { from: Date; until: Date };

/**
 * What a digest of this frequency gathers now: what is not too old, up to its period's start and
 * settled. Nothing joins it later, so what is marked as mailed is what was mailed.
 */
export function spanOf(digest: "DAILY" | "WEEKLY", now: Date): Span {
  const settled = now.getTime() - settledSeconds * 1000;
  const until = new Date(Math.min(periodStart(digest, now).getTime(), settled));
  return { from: daysBefore(mailableDays, now), until };
}

/** The condition that a stored notification `n` belongs into its person's digest. */
export function isDue({ from, until }: Span, mailed: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`n.read_at IS NULL AND n.mailed_at IS NULL AND n.kind = ANY (${mailed})
    AND n.created_at > ${from} AND n.created_at <= ${until}`;
}

const mark = Prisma.sql`greatest(f.seen_argument_id, f.mailed_argument_id)`;

function inSpan({ from, until }: Span): Prisma.Sql {
  return Prisma.sql`AND a.created_at > ${from} AND a.created_at <= ${until}`;
}

/** The news of a follow `f` that belong into its person's digest. */
export function dueNews(span: Span): Prisma.Sql {
  return newsOf(mark, inSpan(span));
}

/** Whether a person `u` has anything to be told; `mailed` are the kinds of their settings. */
export function hasDue(span: Span, mailed: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (SELECT FROM notifications n LEFT JOIN debates d ON d.id = n.debate_id
            WHERE ${isTold} AND n.user_id = u.id AND ${isDue(span, mailed)})
    OR 'FOLLOWED' = ANY (${mailed}) AND EXISTS (
      SELECT FROM follows f JOIN debates d ON d.id = f.debate_id AND d.status <> 'DRAFT'
      WHERE f.user_id = u.id AND ${hasNews(mark, inSpan(span))}))`;
}

/** Who is written to, and what about. */
export type DigestView = {
  userId: number;
  email: string;
  name: string;
  digest: "DAILY" | "WEEKLY";
  /** The kinds that were asked for. */
  mailed: NotificationKind[];
  span: Span;
  /** The newest, at most `mostMailed`. */
  items: NotificationView[];
  /** How many more there are. */
  more: number;
};

type Recipient = {
  email: string | null;
  name: string;
  digest: DigestFrequency;
  mailed: NotificationKind[];
};

/**
 * A person's digest as it is this moment. Null when there is nothing to tell any more, or the person
 * wants none, has no confirmed address or may not act.
 */
export async function readDigest(userId: number, now: Date): Promise<DigestView | null> {
  const [person] = await db.$queryRaw<Recipient[]>`
    SELECT u.email, u.name, s.digest, s.mailed::text[] AS mailed
    FROM users u JOIN notification_settings s ON s.user_id = u.id
    WHERE u.id = ${userId} AND u.status = 'ACTIVE' AND u.email_verified_at IS NOT NULL`;
  if (!person?.email || person.digest === "NEVER") return null;
  const { email, name, digest } = person;
  const span = spanOf(digest, now);
  const mailed = Prisma.sql`${person.mailed}::"NotificationKind"[]`;
  const stored = Prisma.sql`
    SELECT ${itemColumns} FROM notifications n
    LEFT JOIN debates d ON d.id = n.debate_id
    WHERE ${isTold} AND n.user_id = ${userId} AND ${isDue(span, mailed)}`;
  const news = Prisma.sql`
    SELECT ${newsColumns}, greatest(f.seen_at, f.mailed_at) AS since
    FROM follows f
    JOIN debates d ON d.id = f.debate_id AND d.status <> 'DRAFT'
    CROSS JOIN LATERAL ${dueNews(span)} news
    WHERE f.user_id = ${userId} AND 'FOLLOWED' = ANY (${mailed}) AND news.count > 0`;
  const all = Prisma.sql`(${stored}) UNION ALL (${news})`;
  const rows = await itemRows(all, userId, mostMailed);
  if (rows.length === 0) return null;
  const items = rows.map(toNotification);
  const more = rows.length < mostMailed ? 0 : (await count(all)) - rows.length;
  return { userId, email, name, digest, mailed: person.mailed, span, items, more };
}

async function count(items: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (${items}) items`;
  return row.count;
}
