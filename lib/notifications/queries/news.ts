import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { mostNews } from "../vocabulary";

/**
 * The news of a followed debate, as a lateral subquery beside `follows f`: live arguments by others
 * above a mark, aside from those that answer the follower and were told as replies. They are found
 * by the arguments' primary key and counted up to one more than `mostNews`.
 *
 * @param mark the id after which an argument is news, such as `f.seen_argument_id`
 * @param more further conditions on the argument `a`
 * @returns columns `count`, `newest_id` and `newest_at`; null without news
 */
export function newsOf(mark: Prisma.Sql, more: Prisma.Sql = Prisma.empty): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(*)::int AS count, max(found.id) AS newest_id, max(found.created_at) AS newest_at
    FROM (
      SELECT a.id, a.created_at ${newsSource(mark)} ${more}
      ORDER BY a.id DESC LIMIT ${mostNews + 1}
    ) found)`;
}

/** Whether there are any; for a count in every page's head. */
export function hasNews(mark: Prisma.Sql, more: Prisma.Sql = Prisma.empty): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT ${newsSource(mark)} ${more})`;
}

function newsSource(mark: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    FROM arguments a
    LEFT JOIN arguments answered ON answered.debate_id = a.debate_id AND answered.id = a.parent_id
    WHERE a.debate_id = f.debate_id AND a.id > ${mark} AND a.status = 'LIVE'
      AND a.author_id <> f.user_id AND answered.author_id IS DISTINCT FROM f.user_id`;
}
