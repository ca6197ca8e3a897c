/** How a command reaches the database: the server's own, the running launcher's, or one of its own. */
import { requireSecretFiles } from "@/lib/cli/runtime/load-env";
import { setTimeout as pause } from "node:timers/promises";
import { runningEmbeddedUrl, startEmbedded } from "@/lib/cli/runtime/embedded-database";
import { checkDatabase } from "@/lib/cli/runtime/external-database";
import { waitForLock, type Lock } from "@/lib/cli/runtime/lock";
import { keptSecrets } from "@/lib/cli/runtime/secrets";
import { applyMigrations } from "@/lib/db/migrations";
import { Refusal } from "@/lib/db/problem";

export const launcherName = "Counterpoint";
export const commandName = "a command";

export interface ConnectOptions {
  /** False leaves the tables of an embedded server that is started for the command as they are. */
  migrate?: boolean;
  /** True refuses while the launcher runs. (Who uses a database of their own is not known here.) */
  alone?: boolean;
}

/**
 * Runs `work` with the address of the database, which also stands in DATABASE_URL: import
 * `@/lib/db/client` inside `work`, not before. Without DATABASE_URL it is the embedded server of the
 * running launcher, or one started for as long as `work` takes (and then migrated too).
 */
export async function withDatabaseUrl<T>(
  work: (databaseUrl: string) => Promise<T>,
  options: ConnectOptions = {},
): Promise<T> {
  requireSecretFiles();
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkDatabase(given);
    return leavingAtASignal(() => work(given));
  }
  const lock = await waitForLock("database", commandName, {
    soonDone: (holder) => holder.what === commandName,
    milliseconds: 60_000,
  });
  if (options.alone && "heldBy" in lock) {
    const { what, pid } = lock.heldBy;
    throw new Refusal(
      `${what} is running here (process ${pid}). Stop it first, with Ctrl-C or: kill ${pid}`,
    );
  }
  const { NEXTAUTH_SECRET, EXPORT_SIGNING_KEY } = (await keptSecrets()).secrets;
  process.env.NEXTAUTH_SECRET ||= NEXTAUTH_SECRET;
  process.env.EXPORT_SIGNING_KEY ||= EXPORT_SIGNING_KEY;
  if ("heldBy" in lock) {
    const url = await urlOfLauncher();
    process.env.DATABASE_URL = url;
    return leavingAtASignal(() => work(url));
  }
  return withOwnServer(lock, work, options);
}

async function withOwnServer<T>(
  lock: Lock,
  work: (url: string) => Promise<T>,
  { migrate = true }: ConnectOptions,
): Promise<T> {
  try {
    const database = await startEmbedded();
    try {
      return await leavingAtASignal(async () => {
        if (migrate) await applyMigrations(database.url);
        process.env.DATABASE_URL = database.url;
        return work(database.url);
      }, database.stop);
    } finally {
      await database.stop();
    }
  } finally {
    await lock.release();
  }
}

/**
 * Ctrl-C ends the process in order: `before` first, then what waits for the event "exit". A command
 * that listens to the signal itself is left to finish.
 */
async function leavingAtASignal<T>(
  work: () => Promise<T>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  let leaving = false;
  const quit = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 0) return;
    leaving = true;
    void before().finally(() => process.exit(130));
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, quit);
  try {
    return await work();
  } catch (error) {
    if (leaving) await new Promise(() => undefined); // what breaks while leaving is no news
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, quit);
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
