import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { statementsOf, type DecisionCount, type ModerationReport } from "../report";
import type { ReportPeriod } from "../report-schema";
import type { FlagReason } from "../vocabulary";

/** What moderators did in a period, counted from the log, the flags and the appeals of that time. */
export async function getReport({ from, to }: ReportPeriod): Promise<ModerationReport> {
  const [decisions, reasons, decided, appeals] = await Promise.all([
    countDecisions({ from, to }),
    countFlags({ from, to }),
    countDecided({ from, to }),
    countAppeals({ from, to }),
  ]);
  const received = reasons.reduce((sum, { count }) => sum + count, 0);
  return {
    ...{ from, to },
    flags: { received, byReason: reasons, ...decided },
    decisions,
    appeals,
    statements: statementsOf(decisions),
  };
}

/** Between the first day's beginning and the last day's end. */
const within = (column: Prisma.Sql, { from, to }: ReportPeriod) => Prisma.sql`
  ${column} >= ${`${from}T00:00:00Z`}::timestamptz AND ${column} < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`;

/** Entries about drafts are nobody's to count. */
async function countDecisions(period: ReportPeriod): Promise<DecisionCount[]> {
  return db.$queryRaw<DecisionCount[]>`
    SELECT e.action::text AS action, e.ground::text AS ground, e.actor_id IS NULL AS automatic,
      count(*)::int AS count, count(u.id)::int AS undone
    FROM moderation_entries e
    LEFT JOIN moderation_entries u ON u.undoes_id = e.id
    LEFT JOIN debates d ON d.id = e.debate_id
    WHERE ${within(Prisma.sql`e.at`, period)} AND coalesce(d.status <> 'DRAFT', true)
    GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3`;
}

async function countFlags(period: ReportPeriod): Promise<{ reason: FlagReason; count: number }[]> {
  return db.$queryRaw<{ reason: FlagReason; count: number }[]>`
    SELECT f.reason::text AS reason, count(*)::int AS count FROM flags f
    WHERE ${within(Prisma.sql`f.created_at`, period)}
    GROUP BY 1 ORDER BY 2 DESC, 1`;
}

async function countDecided(period: ReportPeriod) {
  const [row] = await db.$queryRaw<
    { decided: number; upheld: number; medianHours: number | null }[]
  >`
    SELECT count(*)::int AS decided, (count(*) FILTER (WHERE f.outcome = 'UPHELD'))::int AS upheld,
      ${median(Prisma.sql`f.decided_at - f.created_at`)} AS "medianHours"
    FROM flags f WHERE ${within(Prisma.sql`f.decided_at`, period)}`;
  return row!;
}

const median = (duration: Prisma.Sql) => Prisma.sql`
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${duration})) / 3600)::float8`;

/** Appeals of the period, with what has become of them by now. */
async function countAppeals(period: ReportPeriod) {
  const [row] = await db.$queryRaw<ModerationReport["appeals"][]>`
    SELECT count(*)::int AS received,
      (count(*) FILTER (WHERE o.action = 'UPHOLD'))::int AS upheld,
      (count(*) FILTER (WHERE o.action <> 'UPHOLD'))::int AS overturned,
      (count(*) FILTER (WHERE o.id IS NULL))::int AS waiting,
      ${median(Prisma.sql`o.at - a.created_at`)} AS "medianHours"
    FROM appeals a LEFT JOIN moderation_entries o ON o.id = a.outcome_id
    WHERE ${within(Prisma.sql`a.created_at`, period)}`;
  return row!;
}
