import { createRoute, z } from "@hono/zod-openapi";
import { cancelJob, retryJob } from "@/lib/jobs/commands/steer";
import { getJobsReport } from "@/lib/jobs/queries";
import type { QueueView, TroubledJobView } from "@/lib/jobs/view";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import { json, refusalsOf, timeSchema } from "../shapes/page";

export const adminJobs = router();

const tags = ["Administration"];

const queueJson = z
  .object({
    name: z.string(),
    waiting: z.int(),
    later: z.int(),
    active: z.int(),
    retrying: z.int(),
    failed: z.int(),
    done: z.int(),
    cancelled: z.int(),
    lastRun: timeSchema.nullable(),
    lastError: z.string().nullable(),
    cron: z.string().nullable(),
    nextRun: timeSchema.nullable(),
  })
  .openapi("JobQueue");

const troubledJson = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(["retry", "failed"]),
    attempts: z.int(),
    error: z.string(),
    createdAt: timeSchema,
    endedAt: timeSchema.nullable(),
    nextRun: timeSchema.nullable(),
  })
  .openapi("TroubledJob");

const iso = (moment: Date | null) => moment?.toISOString() ?? null;
const toQueueJson = (queue: QueueView) => ({
  ...queue,
  lastRun: iso(queue.lastRun),
  nextRun: iso(queue.nextRun),
});
const toTroubledJson = (job: TroubledJobView) => ({
  ...job,
  createdAt: job.createdAt.toISOString(),
  endedAt: iso(job.endedAt),
  nextRun: iso(job.nextRun),
});

adminJobs.openapi(
  createRoute({
    method: "get",
    path: "/admin/jobs",
    tags,
    summary: "How the work in the background stands",
    description: "For administrators; a token needs the scope moderate.",
    middleware: readsAsPerson,
    responses: {
      200: json(
        z.object({ queues: z.array(queueJson), troubled: z.array(troubledJson) }),
        "Counts of 14 days by kind of job, and what failed last",
      ),
      ...refusalsOf.own,
    },
  }),
  async (c) => {
    const { queues, troubled } = await getJobsReport(c.get("viewer"));
    return c.json({ queues: queues.map(toQueueJson), troubled: troubled.map(toTroubledJson) }, 200);
  },
);

const jobParam = z.object({ name: z.string().max(60), jobId: z.uuid() });

adminJobs.openapi(
  createRoute({
    method: "post",
    path: "/admin/jobs/{name}/{jobId}/retry",
    tags,
    summary: "Have a job that failed tried again at once",
    middleware: writes,
    request: { params: jobParam },
    responses: { 200: json(z.object({ retried: z.string() }), "Waiting"), ...refusalsOf.writing },
  }),
  async (c) => c.json(await retryJob(c.get("viewer"), c.req.valid("param")), 200),
);

adminJobs.openapi(
  createRoute({
    method: "post",
    path: "/admin/jobs/{name}/{jobId}/cancel",
    tags,
    summary: "Give a job up",
    middleware: writes,
    request: { params: jobParam },
    responses: {
      200: json(z.object({ cancelled: z.string() }), "Given up"),
      ...refusalsOf.writing,
    },
  }),
  async (c) => c.json(await cancelJob(c.get("viewer"), c.req.valid("param")), 200),
);
