import "server-only";
import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/shared/viewer";
import type { WaitsView } from "../queue-view";
import type { ReviewCause } from "../vocabulary";
import { whatTheyModerate } from "./queue";

type Decided = { count: number; medianHours: number | null; ninetiethHours: number | null };

/**
 * How much waits and how long things waited before they were decided, in the last 30 days: of what
 * this moderator may look at.
 *
 * @throws DomainError as `whatTheyModerate`
 */
export async function getWaits(viewer: Viewer | null): Promise<WaitsView> {
  const theirs = await whatTheyModerate(viewer);
  const [waiting, [decided], days] = await Promise.all([
    db.$queryRaw<{ cause: ReviewCause; count: number; oldest: Date }[]>`
      SELECT v.cause::text AS cause, count(*)::int AS count, min(v.opened_at) AS oldest
      FROM reviews v WHERE v.status = 'WAITING' AND ${theirs} GROUP BY 1 ORDER BY 3`,
    db.$queryRaw<Decided[]>`
      SELECT count(*)::int AS count,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY w.hours) AS "medianHours",
        percentile_cont(0.9) WITHIN GROUP (ORDER BY w.hours) AS "ninetiethHours"
      FROM (SELECT extract(epoch FROM v.decided_at - v.opened_at)::float8 / 3600 AS hours
            FROM reviews v WHERE v.decided_at > now() - interval '30 days' AND ${theirs}) w`,
    db.$queryRaw<{ day: string; count: number }[]>`
      SELECT to_char(v.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS count
      FROM reviews v WHERE v.decided_at > now() - interval '30 days' AND ${theirs}
      GROUP BY 1 ORDER BY 1 DESC`,
  ]);
  const { count, medianHours, ninetiethHours } = decided!;
  return {
    waiting: waiting.map(({ oldest, ...row }) => ({ ...row, oldest: oldest.toISOString() })),
    decided:
      medianHours === null || ninetiethHours === null
        ? null
        : { count, medianHours, ninetiethHours },
    days,
  };
}
