/** Several processes on one port: WEB_CONCURRENCY of them, kept running by this one. */
import cluster, { type Worker } from "node:cluster";

const longestWait = 30_000;
const calmAfter = 60_000;
/** So many deaths in a row, each soon after a start, and starting again does not help. */
const giveUpAfter = 10;

/**
 * Starts the workers and keeps them running; each runs the same program again, as a worker. The
 * launcher is told when all of them serve. SIGTERM and SIGINT are handed on; this process ends with
 * the last worker.
 *
 * @param count how many; the operating system shares connections between them
 */
export function superviseWorkers(count: number): void {
  let stopping = false;
  let serving = 0;
  let accidents = 0;

  const start = () => {
    const began = Date.now();
    const worker = cluster.fork();
    worker.on("message", (message: { ready?: boolean }) => {
      if (!message.ready) return;
      serving += 1;
      if (serving === count) process.send?.({ ready: true });
    });
    worker.once("exit", () => void replace(began));
  };

  const replace = (began: number) => {
    if (stopping) return;
    accidents = Date.now() - began > calmAfter ? 1 : accidents + 1;
    if (accidents > giveUpAfter) {
      console.error(`The web server's processes stopped ${giveUpAfter} times in a row.`);
      process.exitCode = 1;
      return stop();
    }
    console.error("A process of the web server stopped unexpectedly; it is being started again.");
    setTimeout(
      () => {
        if (!stopping) start();
      },
      Math.min(longestWait, 250 * 2 ** (accidents - 1)),
    );
  };

  const stop = () => {
    stopping = true;
    for (const worker of workers()) worker.process.kill("SIGTERM");
  };

  process.on("SIGTERM", stop).on("SIGINT", stop);
  for (let started = 0; started < count; started += 1) start();
}

function workers(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
}
