/** Other programs Counterpoint talks to, or needs for its tests. */
import type { Env } from "@/lib/env";
import { findInstalledBrowser } from "@/lib/cli/runtime/browsers";
import { buildIsCurrent } from "@/lib/cli/runtime/build-stamp";
import { lockHolder } from "@/lib/cli/runtime/lock";
import { portProblem, whyNotListen } from "@/lib/cli/runtime/port";
import { checkout } from "@/lib/db/embedded/home";
import { bad, good, info, warning, type Finding } from "./check";

const patience = 5000;

/** Connects and signs in to the mail server. Sends nothing. */
export async function checkMail(env: Pick<Env, "SMTP_URL" | "MAIL_FROM">): Promise<Finding> {
  if (!env.SMTP_URL) {
    return info("no SMTP_URL: nothing is mailed, and links for people are written to the log");
  }
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({ url: env.SMTP_URL, ...timeouts });
  try {
    await transport.verify();
  } catch (error) {
    return bad(
      `The mail server does not let us in (${reasonIn(error)}). Check host, port, name and password in SMTP_URL; smtps:// is for port 465, smtp:// for 587.`,
    );
  } finally {
    transport.close();
  }
  if (env.MAIL_FROM.includes("@localhost")) {
    return warning(
      `Mail would come from ${env.MAIL_FROM}, which others refuse. Set MAIL_FROM to an address of your domain.`,
    );
  }
  return good(`${new URL(env.SMTP_URL).hostname} lets us in; mail comes from ${env.MAIL_FROM}`);
}

const timeouts = {
  connectionTimeout: patience,
  greetingTimeout: patience,
  socketTimeout: patience,
};

export async function checkRedis(url: string | undefined): Promise<Finding> {
  if (!url) return info("not used: instances hear each other through PostgreSQL");
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: patience,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on("error", () => undefined); // told by the call that meets it
  try {
    await redis.connect();
    await redis.ping();
    return good("answers");
  } catch (error) {
    return bad(`Redis does not answer (${reasonIn(error)}). Check REDIS_URL, or leave it unset.`);
  } finally {
    redis.disconnect();
  }
}

function reasonIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return error.message || code;
}

export async function checkBuild(): Promise<Finding> {
  if (await buildIsCurrent()) return good("of exactly these sources");
  return info(
    "the next start builds the pages first (about a minute). To do it now: npm run build",
  );
}

export async function checkPort(env: Pick<Env, "HOST" | "PORT">): Promise<Finding> {
  const holder = await lockHolder("database");
  if (holder) return good(`${holder.what} is running in ${checkout} (process ${holder.pid})`);
  const code = await whyNotListen(env.PORT, env.HOST);
  if (code === undefined) return good(`${env.PORT} is free`);
  if (code === "EADDRINUSE" && (await isCounterpoint(env))) {
    return good(`Counterpoint answers on ${env.PORT}`);
  }
  return bad(portProblem(code, env.PORT, env.HOST));
}

/** With a database of one's own there is no lock to ask. */
async function isCounterpoint({ HOST, PORT }: Pick<Env, "HOST" | "PORT">): Promise<boolean> {
  const host = ["0.0.0.0", "::"].includes(HOST) ? "localhost" : HOST;
  try {
    const signal = AbortSignal.timeout(2000);
    const answer = await fetch(`http://${host}:${PORT}/api/health/live`, { signal });
    return answer.ok && ((await answer.json()) as { status?: string }).status === "ok";
  } catch {
    return false;
  }
}

export function checkBrowser(): Finding {
  const found = findInstalledBrowser();
  if (found) return info(`${found}, for the tests`);
  return info(
    "no Chromium or Chrome; only the tests need one. On Debian: apt-get install chromium, or set CHROMIUM_PATH",
  );
}
