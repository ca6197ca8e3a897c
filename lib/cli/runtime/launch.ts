/** The steps of a start, in order. Each one that leaves something running tells how to stop it. */
import { checkMachine } from "@/lib/cli/doctor/machine";
import { ensureBuild } from "@/lib/cli/runtime/build";
import type { Closing } from "@/lib/cli/runtime/closing";
import { commandName, launcherName } from "@/lib/cli/runtime/connect";
import { leftBehind, startEmbedded } from "@/lib/cli/runtime/embedded-database";
import { checkDatabase } from "@/lib/cli/runtime/external-database";
import { generateClient } from "@/lib/cli/runtime/generate-client";
import { waitForLock } from "@/lib/cli/runtime/lock";
import { requirePort } from "@/lib/cli/runtime/port";
import { say, step } from "@/lib/cli/runtime/say";
import { webSecrets } from "@/lib/cli/runtime/secrets";
import { supervise } from "@/lib/cli/runtime/supervise";
import { openWeb } from "@/lib/cli/runtime/web";
import { isRoot } from "@/lib/db/embedded/account";
import { homeFolder } from "@/lib/db/embedded/home";
import { freePort } from "@/lib/db/embedded/server";
import { applyMigrations } from "@/lib/db/migrations";
import { Refusal } from "@/lib/db/problem";

export interface LaunchOptions {
  development: boolean;
  demo: boolean;
  retryMigrations: boolean;
}

/** Starts everything, and ends when everything is being stopped. */
export async function launch(options: LaunchOptions, closing: Closing): Promise<void> {
  const given = process.env.DATABASE_URL;
  await step("Checking this machine", () => requireMachine(options.development));
  const { env } = await import("@/lib/env");
  const patience = given ? 0 : await takeTheHouse(closing);
  const port = env.PORT === 0 ? await freePort() : env.PORT;
  await requirePort(port, env.HOST, patience);
  const secrets = await webSecrets(Boolean(given) && !options.development);

  const databaseUrl = given ? await useGiven(given) : await useEmbedded(closing);
  await migrate(databaseUrl, options.retryMigrations);
  await seedOnce(databaseUrl, options.demo);

  const address = `http://${["0.0.0.0", "::"].includes(env.HOST) ? "localhost" : env.HOST}:${port}`;
  const webEnv = {
    ...secrets,
    DATABASE_URL: databaseUrl,
    HOST: env.HOST,
    PORT: String(port),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? env.SITE_URL ?? address,
  };
  if (!options.development) await ensureBuild({ env: webEnv, closing });
  const web = await step("Starting the web server", () =>
    closing.own(openWeb(options.development, webEnv), (running) => running.stop()),
  );
  sayWelcome(env.SITE_URL ?? address, await hasAdministrator(databaseUrl));
  await supervise({ ...web, name: "The web server", stopping: () => closing.begun, say });
}

async function requireMachine(development: boolean): Promise<void> {
  const checks = await checkMachine({ development });
  const faults = checks.filter(({ state }) => state === "bad");
  if (faults.length > 0) throw new Refusal(faults.map(({ message }) => message).join("\n"));
  for (const { state, message } of checks) if (state === "warning") say(`  ${message}`);
  generateClient();
}

/** One launcher a checkout. Returns how long a killed one's remains may still hold the port. */
async function takeTheHouse(closing: Closing): Promise<number> {
  const lock = await waitForLock("database", launcherName, {
    soonDone: (holder) => holder.what === commandName && !closing.begun,
    milliseconds: 60_000,
  });
  if ("heldBy" in lock) {
    const { what, pid, folder } = lock.heldBy;
    throw new Refusal(
      `${what} is already running in ${folder} (process ${pid}). Stop it first, with Ctrl-C or: kill ${pid}`,
    );
  }
  closing.add(() => lock.release());
  return leftBehind() ? 8000 : 0;
}

async function useGiven(databaseUrl: string): Promise<string> {
  return step(
    "Connecting to the database in DATABASE_URL",
    () => checkDatabase(databaseUrl).then((version) => [databaseUrl, version] as const),
    ([, version]) => `PostgreSQL ${version}`,
  ).then(([url]) => url);
}

async function useEmbedded(closing: Closing): Promise<string> {
  const database = await step(
    "Starting the embedded PostgreSQL",
    () => closing.own(startEmbedded(), (running) => running.stop()),
    ({ fresh }) => (fresh ? `a new database in ${homeFolder()}` : `its data is in ${homeFolder()}`),
  );
  if (isRoot()) {
    say("  PostgreSQL does not run as root: it runs as “postgres”, outside this folder.");
  }
  supervise({
    name: "PostgreSQL",
    died: database.exited,
    restart: database.restart,
    stopping: () => closing.begun,
    say,
  }).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
    void closing.run().finally(() => process.exit(1));
  });
  return database.url;
}

async function migrate(databaseUrl: string, retryFailed: boolean): Promise<void> {
  await step(
    "Bringing the database up to date",
    () => {
      const onWait = () => say("  another instance is at it; waiting …");
      return applyMigrations(databaseUrl, { retryFailed, onWait });
    },
    (applied) => (applied.length === 0 ? "nothing to do" : `applied ${applied.join(", ")}`),
  );
}

async function seedOnce(databaseUrl: string, demo: boolean): Promise<void> {
  await step(
    "Looking for the first debate",
    async () => {
      const { seed } = await import("@/prisma/seed/seed");
      return seed(databaseUrl, { demo, log: (line) => say(`  ${line}`) });
    },
    ({ created }) => (created ? "added it" : "it is there"),
  );
}

async function hasAdministrator(databaseUrl: string): Promise<boolean> {
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const { PrismaClient } = await import("@/lib/db/generated/client");
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
  try {
    return (await client.user.count({ where: { role: "ADMINISTRATOR" } })) > 0;
  } finally {
    await client.$disconnect();
  }
}

function sayWelcome(address: string, administered: boolean): void {
  say(`\nCounterpoint is ready: ${address}`);
  if (!administered) {
    say("\nTo make the first administrator, run this in another terminal:");
    say(
      '  npm run cli -- user create --email you@example.org --name "Your Name" --role administrator',
    );
  }
  say("\nTo stop, press Ctrl-C.");
}
