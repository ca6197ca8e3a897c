import "server-only";
import { db } from "@/lib/db/client";
import { assertGranted } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { nextRun } from "./cron";
import { sender } from "./queue";
import { jobNames, planOf, type JobName } from "./registry";
import { canAdminister } from "./rules";
import type { QueueView, TroubledJobView } from "./view";

type QueueRow = Omit<QueueView, "cron" | "nextRun">;

/** How every kind of job stands, in the order of the registry. */
export async function listQueues(now = new Date()): Promise<QueueView[]> {
  await sender(); // makes the tables where nothing has been asked for yet
  const rows = await db.$queryRaw<QueueRow[]>`
    WITH jobs AS (
      SELECT name, state, start_after, completed_on, started_on, output FROM pgboss.job
      UNION ALL
      SELECT name, state, start_after, completed_on, started_on, output FROM pgboss.archive)
    SELECT name,
      count(*) FILTER (WHERE state = 'created' AND start_after <= now())::int AS waiting,
      count(*) FILTER (WHERE state = 'created' AND start_after > now())::int AS later,
      count(*) FILTER (WHERE state = 'active')::int AS active,
      count(*) FILTER (WHERE state = 'retry')::int AS retrying,
      count(*) FILTER (WHERE state = 'failed')::int AS failed,
      count(*) FILTER (WHERE state = 'completed')::int AS done,
      count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled,
      max(started_on) AS "lastRun",
      (array_agg(COALESCE(output->>'message', output->'value'->>'message')
         ORDER BY COALESCE(completed_on, started_on) DESC)
         FILTER (WHERE state IN ('failed', 'retry')))[1] AS "lastError"
    FROM jobs WHERE name = ANY(${jobNames}) GROUP BY name`;
  return jobNames.map((name) => toView(name, rows, now));
}

const nothing = { waiting: 0, later: 0, active: 0, retrying: 0, failed: 0, done: 0, cancelled: 0 };

function toView(name: JobName, rows: QueueRow[], now: Date): QueueView {
  const { cron = null } = planOf(name);
  const row = rows.find((found) => found.name === name);
  return {
    ...nothing,
    name,
    lastRun: null,
    lastError: null,
    ...row,
    cron,
    nextRun: cron ? nextRun(cron, now) : null,
  };
}

/** How many jobs in trouble are shown. */
const mostShown = 50;

/** What failed for good or waits to be tried again, newest first. */
async function listTroubled(): Promise<TroubledJobView[]> {
  return db.$queryRaw<TroubledJobView[]>`
    SELECT id, name, state::text AS state, retry_count + 1 AS attempts,
      COALESCE(output->>'message', output->'value'->>'message', '') AS error,
      created_on AS "createdAt", completed_on AS "endedAt",
      CASE WHEN state = 'retry' THEN start_after END AS "nextRun"
    FROM pgboss.job WHERE state IN ('failed', 'retry') AND name = ANY(${jobNames})
    ORDER BY COALESCE(completed_on, started_on, created_on) DESC LIMIT ${mostShown}`;
}

export type JobsReport = { queues: QueueView[]; troubled: TroubledJobView[] };

/** Everything an administrator sees of the work in the background. @throws the rule's refusal */
export async function getJobsReport(viewer: Viewer): Promise<JobsReport> {
  // The role as it is now, not as it was when the session was last looked up.
  const account = await db.user.findUnique({ where: { id: viewer.id }, select: { role: true } });
  assertGranted(canAdminister({ ...viewer, role: account?.role ?? "MEMBER" }));
  const queues = await listQueues();
  return { queues, troubled: await listTroubled() };
}
