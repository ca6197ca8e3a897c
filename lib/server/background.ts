import { log } from "@/lib/observability/log";
import type { Worker } from "@/lib/jobs/worker";

const retryMilliseconds = 5000;

/**
 * Works jobs beside the web server, once it listens. A database that is away for the moment delays
 * the work and not the server.
 * @param wanted false where a process of its own works the jobs
 */
export function keepWorking(wanted: boolean): { stop: () => Promise<void> } {
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = !wanted;

  async function begin(): Promise<void> {
    const { openJobs } = await import("@/lib/jobs/worker");
    worker = await openJobs();
    if (stopped) await worker.stop();
  }
  function attempt(): Promise<void> {
    return begin().catch((error: unknown) => {
      log.error({ err: error }, "jobs cannot be worked yet");
      if (stopped) return;
      timer = setTimeout(() => void (starting = attempt()), retryMilliseconds).unref();
    });
  }
  let starting = stopped ? Promise.resolve() : attempt();

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await starting;
      await worker?.stop();
    },
  };
}
