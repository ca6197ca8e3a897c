/** Processes of the bench, and what Linux tells of them. */
import { fork, type ChildProcess } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Closing } from "@/lib/cli/runtime/closing";
import { ended, startWeb, stopProcess } from "@/lib/cli/runtime/next-process";

export type Served = { port: number; pid: number; stop: () => Promise<void> };

const here = path.dirname(fileURLToPath(import.meta.url));
const leaveWithParent = pathToFileURL(
  path.join(here, "../../lib/cli/runtime/leave-with-parent.mjs"),
).href;

/** Starts a program of this folder in a process of its own, which sends one message when it is ready. */
export async function startProgram(
  closing: Closing,
  file: string,
  settings: unknown,
): Promise<{ child: ChildProcess; told: Record<string, number> }> {
  const child = fork(path.join(here, file), [JSON.stringify(settings)], {
    execArgv: ["--import", "tsx", "--import", leaveWithParent],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NODE_OPTIONS: "",
      COUNTERPOINT_LAUNCHER: String(process.pid),
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  closing.add(() => stopProcess(child, 3000));
  return { child, told: await nextMessage(child) };
}

/** What a program says next. @throws Error when it ends before it says anything */
export async function nextMessage(child: ChildProcess): Promise<Record<string, number>> {
  return Promise.race([
    new Promise<Record<string, number>>((resolve) =>
      child.once("message", (message) => resolve(message as Record<string, number>)),
    ),
    ended(child).then((code) => {
      throw new Error(`A program of the bench ended with ${code}.`);
    }),
  ]);
}

/** A server of this folder: a program that tells its port. */
export async function startServer(
  closing: Closing,
  file: string,
  settings: unknown,
): Promise<Served> {
  const { child, told } = await startProgram(closing, file, settings);
  return { port: told.port!, pid: child.pid!, stop: () => stopProcess(child, 3000) };
}

/** The site's own web server, as `npm start` starts it. */
export async function startSite(
  closing: Closing,
  env: Record<string, string>,
): Promise<Served & { exited: Promise<unknown> }> {
  const child = startWeb(false, env);
  closing.add(() => stopProcess(child, 15_000));
  const ready = new Promise<true>((resolve) => child.once("message", () => resolve(true)));
  if (!(await Promise.race([ready, ended(child).then(() => false)]))) {
    throw new Error("The web server did not start. What it said stands above.");
  }
  return {
    port: Number(env.PORT),
    pid: child.pid!,
    stop: () => stopProcess(child, 15_000),
    exited: ended(child),
  };
}

type Stat = { parent: number; ticks: number; childTicks: number };

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    return {
      parent: fields[1]!,
      ticks: fields[11]! + fields[12]!,
      childTicks: fields[13]! + fields[14]!,
    };
  } catch {
    return undefined; // it has ended
  }
}

const millisecondsOfATick = 10;

/** Processor time of a process and of everything it has started, in milliseconds. */
export function processorTime(pid: number): number {
  const all = new Map<number, Stat>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (stat) all.set(Number(name), stat);
  }
  const own = all.get(pid);
  if (!own) return NaN;
  let ticks = own.ticks + own.childTicks;
  for (const stat of all.values()) if (stat.parent === pid) ticks += stat.ticks + stat.childTicks;
  return ticks * millisecondsOfATick;
}

/** Resident memory of one process in bytes. */
export function residentBytes(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(text)?.[1]) * 1024;
  } catch {
    return NaN;
  }
}

/** Everything resident of a process and of what it has started, in bytes. */
export function residentBytesOfAll(pid: number): number {
  let bytes = residentBytes(pid);
  for (const name of readdirSync("/proc")) {
    if (/^\d+$/.test(name) && statOf(Number(name))?.parent === pid) {
      const more = residentBytes(Number(name));
      if (!Number.isNaN(more)) bytes += more;
    }
  }
  return bytes;
}
