/** The web server as the launcher sees it: started, ready, died, stopped. */
import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { ended, startWeb, stopProcess } from "@/lib/cli/runtime/next-process";
import { listenAddress, whyNotListen } from "@/lib/cli/runtime/port";
import { Refusal } from "@/lib/db/problem";

/** A little more than the server takes to let requests in flight finish. */
const longestStop = 12_000;

export interface Web {
  died: () => Promise<unknown>;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the web server and waits until it answers. `env` has its PORT and HOST. */
export async function openWeb(development: boolean, env: Record<string, string>): Promise<Web> {
  let child: ChildProcess | undefined;
  let stopped = false;
  const start = async () => {
    child = startWeb(development, env);
    const ready = development ? untilListening(child, env) : untilTold(child);
    if (await Promise.race([ready, ended(child).then(() => false)])) return;
    if (stopped) return;
    throw new Refusal("The web server did not start. What it said stands above.");
  };
  const stop = async () => {
    stopped = true;
    if (child) await stopProcess(child, longestStop);
  };
  await start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { died: () => (child ? ended(child) : Promise.resolve()), restart: start, stop };
}

function untilTold(child: ChildProcess): Promise<true> {
  return new Promise((resolve) => child.once("message", () => resolve(true)));
}

async function untilListening(child: ChildProcess, env: Record<string, string>): Promise<boolean> {
  const { PORT = "3000", HOST = "localhost" } = env;
  while (child.exitCode === null && child.signalCode === null) {
    const code = await whyNotListen(Number(PORT), listenAddress(HOST));
    if (code === "EADDRINUSE") return true;
    await pause(300);
  }
  return false;
}
