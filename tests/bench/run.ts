/**
 * `npm run bench`: measures what the site promises about speed, each figure beside its limit in the
 * same run. Prints a table and writes test-results/bench.json; nothing here fails for being slow.
 */
import { Closing } from "@/lib/cli/runtime/closing";
import { withCluster } from "@/tests/setup/cluster";
import { measureBrowser } from "./figures/browser";
import { measureFirstView } from "./figures/first-view";
import { measureLighthouse } from "./figures/lighthouse";
import { measureLive } from "./figures/live";
import { measureMemory } from "./figures/memory";
import { measurePage } from "./figures/page";
import { measurePosts } from "./figures/posts";
import { measureSearch } from "./figures/search";
import { measureSignedIn } from "./figures/signed-in";
import { measureStart } from "./figures/start";
import { measureVotes } from "./figures/votes";
import { tool } from "./load";
import { readOptions, type Group, type Options } from "./options";
import { machine, resultFile, tableOf, writeResults, type Figure } from "./report";
import { openStage, type Stage } from "./stage";

const measures: Record<Group, (stage: Stage) => Promise<Figure[]>> = {
  page: measurePage,
  votes: measureVotes,
  posts: measurePosts,
  "signed-in": measureSignedIn,
  "first-view": measureFirstView,
  memory: measureMemory,
  live: measureLive,
  start: measureStart,
  browser: measureBrowser,
  lighthouse: measureLighthouse,
  search: measureSearch,
};

const closing = new Closing();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void closing.run().finally(() => process.exit(130)));
}

async function measureAll(stage: Stage, about: Record<string, unknown>): Promise<void> {
  const figures: Figure[] = [];
  for (const group of stage.options.only) {
    console.log(`\n${group} …`);
    try {
      const measured = await measures[group](stage);
      figures.push(...measured);
      console.log(tableOf(measured));
    } catch (error) {
      // The other figures can be measured all the same; this one is missing from the table.
      console.error(error);
      process.exitCode = 1;
    }
    await writeResults(figures, about);
  }
  console.log(`\n${tableOf(figures)}\n\nWritten to ${resultFile}.`);
}

async function main(options: Options): Promise<void> {
  const about = { ...machine(), tool, rounds: options.rounds, seconds: options.seconds };
  console.log(`Measured with ${tool}: ${options.rounds} rounds of ${options.seconds} s.`);
  await withCluster(async (cluster, logFile) => {
    try {
      await measureAll(await openStage(options, cluster, logFile, closing), about);
    } finally {
      await closing.run();
    }
  });
}

try {
  await main(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
