import "server-only";
import { db } from "@/lib/db/client";
import { nextRun } from "./cron";
import { sender } from "./queue";
import { jobNames, planOf, type JobName } from "./registry";
import type { QueueView } from "./view";

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
