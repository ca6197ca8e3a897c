/** How a command reaches the database: the server's own, the running launcher's, or one of its own. */
import "@/lib/cli/runtime/load-env";
import { setTimeout as pause } from "node:timers/promises";
import { runningEmbeddedUrl, startEmbedded } from "@/lib/cli/runtime/embedded-database";
import { checkDatabase } from "@/lib/cli/runtime/external-database";
import { waitForLock, type Lock } from "@/lib/cli/runtime/lock";
import { keptSecrets } from "@/lib/cli/runtime/secrets";
import { applyMigrations } from "@/lib/db/migrations";
import { Refusal } from "@/lib/db/problem";

export const launcherName = "Counterpoint";
export const commandName = "a command";

/**
 * Runs `work` with the address of the database, which also stands in DATABASE_URL: import
 * `@/lib/db/client` inside `work`, not before. Without DATABASE_URL it is the embedded server of the
 * running launcher, or one started for as long as `work` takes (and then migrated too).
 */
export async function withDatabaseUrl<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkDatabase(given);
    return work(given);
  }
  const lock = await waitForLock("database", commandName, {
    soonDone: (holder) => holder.what === commandName,
    milliseconds: 60_000,
  });
  const { NEXTAUTH_SECRET } = (await keptSecrets()).secrets;
  process.env.NEXTAUTH_SECRET ||= NEXTAUTH_SECRET;
  if ("heldBy" in lock) {
    const url = await urlOfLauncher();
    process.env.DATABASE_URL = url;
    return work(url);
  }
  return withOwnServer(lock, work);
}

async function withOwnServer<T>(lock: Lock, work: (url: string) => Promise<T>): Promise<T> {
  try {
    const database = await startEmbedded();
    const quit = () => void database.stop().finally(() => process.exit(130));
    process.once("SIGINT", quit).once("SIGTERM", quit);
    try {
      await applyMigrations(database.url);
      process.env.DATABASE_URL = database.url;
      return await work(database.url);
    } finally {
      process.off("SIGINT", quit).off("SIGTERM", quit);
      await database.stop();
    }
  } finally {
    await lock.release();
  }
}

/** The launcher takes its lock before its server answers: a command waits for that. */
async function urlOfLauncher(): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const url = await runningEmbeddedUrl();
    const answers = url && (await checkDatabase(url, 0).catch(() => undefined));
    if (url && answers) return url;
    await pause(500);
  }
  throw new Refusal(
    "Counterpoint is running here, but its database does not answer. Stop it with Ctrl-C and start it again.",
  );
}
