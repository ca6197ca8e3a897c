/**
 * `npm run test:e2e`: the journeys in a real browser, on a built server and a seeded database of
 * their own. Arguments are handed to Playwright (`npm run test:e2e -- voting --headed`).
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { ensureBuild } from "@/lib/cli/runtime/build";
import { Closing } from "@/lib/cli/runtime/closing";
import { generateClient } from "@/lib/cli/runtime/generate-client";
import { newSigningKey } from "@/lib/cli/runtime/secrets";
import { openWeb } from "@/lib/cli/runtime/web";
import { freePort } from "@/lib/db/embedded/server";
import { applyMigrations } from "@/lib/db/migrations";
import { findBrowser } from "@/tests/setup/browser";
import { startMailbox } from "@/tests/setup/mailbox";
import { createDatabase, startTestPostgres } from "@/tests/setup/postgres";

const closing = new Closing();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void closing.run().finally(() => process.exit(130)));
}

function playwright(env: Record<string, string>): Promise<number> {
  const args = ["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

async function main(): Promise<number> {
  const browser = findBrowser();
  generateClient();
  const postgres = await closing.own(startTestPostgres(), (server) => server.stop());
  const databaseUrl = await createDatabase(postgres.adminUrl, "journeys");
  await applyMigrations(databaseUrl);
  const { seed } = await import("@/prisma/seed/seed");
  await seed(databaseUrl, { demo: false, log: () => undefined });
  const mailPort = await freePort();
  const mailbox = await closing.own(startMailbox(mailPort), (server) => server.stop());
  const port = String(await freePort());
  const env = {
    DATABASE_URL: databaseUrl,
    HOST: "localhost",
    PORT: port,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    EXPORT_SIGNING_KEY: newSigningKey(),
    LOG_LEVEL: "error",
    SMTP_URL: mailbox.url,
    // A setting of this machine's must not decide which debate the journeys see.
    SITE_URL: "",
    // A journey receives its own webhook.
    WEBHOOK_ALLOW_PRIVATE: "1",
  };
  await ensureBuild({ env, closing });
  await closing.own(openWeb(false, env), (web) => web.stop());
  return playwright({ ...env, E2E_BROWSER: browser, NODE_OPTIONS: "--conditions=react-server" });
}

let code = 1;
try {
  code = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await closing.run();
}
process.exit(code);
