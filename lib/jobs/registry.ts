import { z } from "zod";

/** What a kind of background work is given, how often it is tried again, and when it comes by itself. */
export type JobPlan<Schema extends z.ZodType = z.ZodType> = {
  schema: Schema;
  /** How often a job that failed is tried again, before it counts as failed for good. */
  retryLimit: number;
  /** Seconds before the first repetition; each further one waits about twice as long. */
  retryDelay: number;
  /** Seconds after which a job is taken for dead (its process was killed, say) and given to another worker. */
  expireInSeconds: number;
  /** How many of them one process works at the same time. */
  atOnce: number;
  /** When it comes by itself, once for all instances: minute, hour, day of month, month, weekday (UTC). */
  cron?: string;
};

function plan<Schema extends z.ZodType>(
  wanted: Partial<JobPlan<Schema>> & { schema: Schema },
): JobPlan<Schema> {
  return { retryLimit: 5, retryDelay: 30, expireInSeconds: 300, atOnce: 1, ...wanted };
}

/**
 * Every job there is. What each does stands in lib/jobs/handlers. A handler may meet the same job
 * twice (its process may be killed between the work and the note that it is done): it looks into
 * the tables what is still to do.
 */
export const jobs = {
  /** Removes what is past its use. */
  housekeeping: plan({ schema: z.strictObject({}), retryLimit: 3, cron: "17 * * * *" }),
  /** One attempt at one delivery of a webhook; when the next comes stands in the delivery itself. */
  "webhook-delivery": plan({
    schema: z.strictObject({ webhookId: z.int(), deliveryId: z.uuid(), attempt: z.int() }),
    expireInSeconds: 60,
    atOnce: 10,
  }),
  /** Notes for webhooks which arguments' votes have changed, at most once a minute each. */
  "webhook-votes": plan({ schema: z.strictObject({}), retryLimit: 0, cron: "* * * * *" }),
  /** Mails digests to those whose time has come: who got one in this period gets no other. */
  digests: plan({
    schema: z.strictObject({}),
    retryLimit: 3,
    expireInSeconds: 50 * 60,
    cron: "7 * * * *",
  }),
  /** Writes the file of a debate that somebody wants to be told of. */
  export: plan({
    schema: z.strictObject({ exportId: z.uuid() }),
    retryLimit: 3,
    // A little longer than a snapshot may last.
    expireInSeconds: 16 * 60,
  }),
  /** Mails who moderates what waits, once a day. */
  "moderation-digest": plan({
    schema: z.strictObject({}),
    retryLimit: 3,
    expireInSeconds: 50 * 60,
    cron: "27 * * * *",
  }),
  /** Mails who moderates that something urgent was flagged. */
  "moderation-alert": plan({ schema: z.strictObject({ review: z.int() }), retryLimit: 3 }),
} as const;

export type JobName = keyof typeof jobs;
export type JobData<Name extends JobName> = z.input<(typeof jobs)[Name]["schema"]>;
export type ParsedJobData<Name extends JobName> = z.output<(typeof jobs)[Name]["schema"]>;

export const jobNames = Object.keys(jobs) as JobName[];

/** Whether a queue of this name is one of ours. */
export function isJobName(name: string): name is JobName {
  return name in jobs;
}

/** The plan of a job whose kind is known only when it runs. */
export function planOf(name: JobName): JobPlan {
  return jobs[name];
}
