import { Command, Option } from "commander";
import { answer, type Options } from "../answer";
import { withDatabase } from "../with-database";

const json = () => new Option("--json", "only JSON, in one line");

/** `jobs run|list` */
export function jobsCommand(): Command {
  const command = new Command("jobs").description("Work in the background: digests, webhooks …");
  command
    .command("run")
    .description("work jobs in this process, until it is stopped")
    .option("--once", "work what is waiting now, and leave")
    .addOption(json())
    .action((options: Options & { once?: boolean }) =>
      withDatabase(options, () => (options.once ? once(options) : untilStopped(options))),
    );
  command
    .command("list")
    .description("what is waiting, running and failed, by kind of job")
    .addOption(json())
    .action((options: Options) =>
      withDatabase(options, async () => {
        const { listQueues } = await import("@/lib/jobs/queries");
        const { closeQueue } = await import("@/lib/jobs/queue");
        answer({ queues: await listQueues() }, options);
        await closeQueue();
      }),
    );
  return command;
}

async function once(options: Options): Promise<void> {
  const { workOnce } = await import("@/lib/jobs/worker");
  const { closeQueue } = await import("@/lib/jobs/queue");
  answer(await workOnce(), options);
  await closeQueue();
}

async function untilStopped(options: Options): Promise<void> {
  const { openJobs } = await import("@/lib/jobs/worker");
  const worker = await openJobs();
  if (!options.json) process.stderr.write("Working jobs. Ctrl-C stops.\n");
  await new Promise<void>((resolve) => {
    // A promise and a listener alone do not keep a process alive.
    const timer = setInterval(() => undefined, 60_000);
    const stop = () => {
      clearInterval(timer);
      resolve();
    };
    process.once("SIGINT", stop).once("SIGTERM", stop);
  });
  await worker.stop();
  answer({ stopped: true }, options);
}
