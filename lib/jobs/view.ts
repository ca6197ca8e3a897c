import type { JobName } from "./registry";

/** How one kind of job stands. Times are those of the last 14 days. */
export type QueueView = {
  name: JobName;
  /** To be worked as soon as hands are free. */
  waiting: number;
  /** To be worked at a later time. */
  later: number;
  active: number;
  /** Failed before, to be tried again. */
  retrying: number;
  failed: number;
  done: number;
  cancelled: number;
  lastRun: Date | null;
  lastError: string | null;
  /** For what comes by itself: the rule, and when it comes next. */
  cron: string | null;
  nextRun: Date | null;
};

/** A job that failed for good, or waits to be tried again. */
export type TroubledJobView = {
  id: string;
  name: JobName;
  state: "retry" | "failed";
  attempts: number;
  error: string;
  createdAt: Date;
  endedAt: Date | null;
  nextRun: Date | null;
};
