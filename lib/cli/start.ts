/**
 * `npm start` and `npm run dev`: from a fresh checkout to a served site.
 * --dev: Next's development server, nothing built. --demo: people to try the site with.
 * --retry-migrations: try again a migration whose failure was reported.
 */
import "@/lib/cli/runtime/load-env";
import { parseArgs } from "node:util";
import { Closing } from "@/lib/cli/runtime/closing";
import { launch, type LaunchOptions } from "@/lib/cli/runtime/launch";
import { wordsFor } from "@/lib/cli/runtime/words";
import { Refusal } from "@/lib/db/problem";

function readOptions(): LaunchOptions {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({
      options: { dev: flag, demo: flag, "retry-migrations": flag },
    });
    return {
      development: values.dev,
      demo: values.demo,
      retryMigrations: values["retry-migrations"],
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${problem}\nUsage: npm start -- [--demo] [--retry-migrations]`);
  }
}

const closing = new Closing();

function stop(): void {
  if (!closing.begun) process.stdout.write("\nStopping …\n");
  void closing.run().then(() => {
    process.stdout.write("Stopped.\n");
    process.exit(0);
  });
}

async function fail(error: unknown): Promise<void> {
  if (closing.begun) return; // what breaks while everything is being stopped is no news
  process.stderr.write(`\n${wordsFor(error)}\n`);
  await closing.run();
  process.exit(1);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
process.on("uncaughtException", (error) => void fail(error));

// A signal sent to npm ends the shell between npm and this process, and goes no further.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid !== parent && stop(), 300).unref();
}

await Promise.resolve()
  .then(() => launch(readOptions(), closing))
  .catch(fail);
