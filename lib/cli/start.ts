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
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!closing.begun) process.stdout.write("\nStopping …\n");
    void closing.run().then(() => {
      process.stdout.write("Stopped.\n");
      process.exit(0);
    });
  });
}

try {
  await launch(readOptions(), closing);
} catch (error) {
  if (!closing.begun) {
    process.stderr.write(`\n${wordsFor(error)}\n`);
    await closing.run();
    process.exit(1);
  }
}
