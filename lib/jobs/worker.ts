import "server-only";
import type PgBoss from "pg-boss";
import { log } from "@/lib/observability/log";
import { onWaiting } from "./bell";
import { errorWords } from "./errors";
import { handlers, sources, type Handler } from "./handlers";
import { closeQueue, queuesWithWork, startBoss } from "./queue";
import { jobNames, planOf, type JobName } from "./registry";

/** How often a worker looks for work that nobody told it of, in milliseconds. */
const lookEvery = 1000;
/** How long work in hand may take when the process is about to stop, in milliseconds. */
const longestGoodbye = 5000;

export type Worker = {
  /** Takes no more work, waits a little for what is in hand, and leaves the rest to others. */
  stop: () => Promise<void>;
};

/** Works jobs in this process until it is told to stop. Several processes share the work. */
export async function openJobs(): Promise<Worker> {
  const boss = await startBoss({ works: true });
  await keepSchedules(boss);
  const shift = new Shift(boss);
  const look = () => void shift.look();
  const timer = setInterval(look, lookEvery);
  const stopListening = onWaiting(look);
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      stopListening();
      await shift.end();
      await boss.stop({ graceful: false });
      await closeQueue();
    },
  };
}

/** Works what is waiting now, and what that work asks for at once, and leaves. @returns how many jobs, by outcome */
export async function workOnce(): Promise<{ done: number; failed: number }> {
  const boss = await startBoss({ works: false });
  const shift = new Shift(boss);
  while ((await shift.look()) > 0) await shift.settled();
  await shift.end();
  return shift.outcome;
}

/** What the registry says comes by itself, and nothing else. */
async function keepSchedules(boss: PgBoss): Promise<void> {
  const planned = new Map(jobNames.map((name) => [name as string, planOf(name).cron]));
  for (const { name } of await boss.getSchedules()) {
    if (!planned.get(name)) await boss.unschedule(name);
  }
  for (const [name, cron] of planned) if (cron) await boss.schedule(name, cron, {}, { tz: "UTC" });
}

/** The work one process has in hand. */
class Shift {
  readonly outcome = { done: 0, failed: 0 };
  private stopped = false;
  private readonly inHand = new Map<JobName, Set<Promise<void>>>();
  private readonly stopping = new AbortController();
  private looking: Promise<number> | undefined;
  private lookAgain = false;

  constructor(private readonly boss: PgBoss) {}

  /**
   * Takes what is due, as far as hands are free. Who asks in the middle of a look may mean work that
   * it has passed by: then another follows.
   *
   * @returns how many jobs were taken
   */
  look(): Promise<number> {
    if (this.looking) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.take()
      .catch((error: unknown) => {
        // The database is away, say: the next look will tell.
        log.debug({ err: error }, "jobs: nothing could be fetched");
        return 0;
      })
      .finally(() => {
        this.looking = undefined;
        if (this.lookAgain && !this.stopped) void this.look();
        this.lookAgain = false;
      });
    return this.looking;
  }

  /** Resolves when nothing is in hand. */
  async settled(): Promise<void> {
    await Promise.all([...this.inHand.values()].flatMap((running) => [...running]));
  }

  async end(): Promise<void> {
    const cut = setTimeout(() => this.stopping.abort(), longestGoodbye);
    this.stopped = true;
    await this.looking;
    await this.settled();
    clearTimeout(cut);
  }

  private async take(): Promise<number> {
    let taken = 0;
    for (const turnIntoJobs of sources) if (!this.stopped) await turnIntoJobs();
    const waiting = await queuesWithWork();
    for (const name of jobNames.filter((known) => waiting.has(known))) {
      const running = this.inHand.get(name) ?? new Set();
      this.inHand.set(name, running);
      const batchSize = planOf(name).atOnce - running.size;
      if (batchSize <= 0 || this.stopped) continue;
      const found = await this.boss.fetch<object>(name, { batchSize });
      for (const job of found) {
        taken += 1;
        const work = this.work(name, job).finally(() => {
          running.delete(work);
          if (!this.stopped && found.length === batchSize) void this.look();
        });
        running.add(work);
      }
    }
    return taken;
  }

  private async work(name: JobName, { id, data }: PgBoss.Job): Promise<void> {
    try {
      const { schema, expireInSeconds } = planOf(name);
      const handle = handlers[name] as Handler<JobName>;
      const timeUp = AbortSignal.timeout(expireInSeconds * 1000);
      const signal = AbortSignal.any([timeUp, this.stopping.signal]);
      const result = await unlessAborted(handle(schema.parse(data ?? {}) as never, signal), signal);
      await this.boss.complete(name, id, asNote(result));
      this.outcome.done += 1;
    } catch (error) {
      this.outcome.failed += 1;
      log.error({ err: error, job: name, id }, "job failed");
      const told = { message: errorWords(error) };
      // When this note does not arrive either, the job counts as dead after its time and is tried again.
      await this.boss.fail(name, id, told).catch(() => undefined);
    }
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    const refuse = () =>
      reject(new Error("The work was cut short: its time was over, or its process was stopped."));
    if (signal.aborted) refuse();
    signal.addEventListener("abort", refuse, { once: true });
  });
  return Promise.race([work, aborted]);
}

function asNote(result: unknown): object {
  return typeof result === "object" && result !== null ? result : {};
}
