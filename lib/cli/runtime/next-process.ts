/** The processes the launcher starts: `next build`, `next dev` and the web server. */
import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { serverFile } from "@/lib/cli/runtime/build-server";
import { Refusal } from "@/lib/db/problem";
import { checkout } from "@/lib/db/embedded/home";

const require = createRequire(import.meta.url);
const leaveWithParent = pathToFileURL(
  path.join(checkout, "lib/cli/runtime/leave-with-parent.mjs"),
).href;

/**
 * On a large machine V8 and glibc take memory that they could do without: with these the server
 * needs two thirds of it, and collects what it no longer uses more often.
 */
const frugal = {
  flags: ["--max-semi-space-size=8", "--heap-growing-percent=15"],
  env: { MALLOC_ARENA_MAX: "2" },
};

/** Builds the pages. Next's own words are shown, indented, as the progress. */
export async function nextBuild(
  env: Record<string, string>,
  onStart: (child: ChildProcess) => void,
): Promise<void> {
  const child = run(
    ["--import", leaveWithParent, nextProgram(), "build"],
    { ...env, NODE_ENV: "production" },
    "pipe",
  );
  onStart(child);
  let tail = "";
  const show = (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-6000);
    process.stdout.write(chunk.toString().replace(/^(?=.)/gm, "    "));
  };
  child.stdout?.on("data", show);
  child.stderr?.on("data", show);
  const code = await ended(child);
  if (code === 0) return;
  const memory = /out of memory|heap limit/i.test(tail) ? " It ran out of memory." : "";
  throw new Refusal(
    `The pages could not be built.${memory} What Next said stands above; correct it and start again.`,
  );
}

/** The web server of a production start, or Next's development server. */
export function startWeb(development: boolean, env: Record<string, string>): ChildProcess {
  if (!development) {
    return run(
      [...frugal.flags, "--import", leaveWithParent, serverFile],
      { ...frugal.env, ...env, NODE_ENV: "production" },
      "inherit",
    );
  }
  const { PORT = "3000", HOST = "localhost" } = env;
  const args = ["--import", leaveWithParent, nextProgram(), "dev", "-p", PORT, "-H", HOST];
  return run(args, { ...env, NODE_ENV: "development" }, "inherit");
}

/** Resolves with the exit code, or null after a signal. */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code));
  });
}

/** Asks the process to finish, and ends it when it has not after `milliseconds`. */
export async function stopProcess(child: ChildProcess, milliseconds: number): Promise<void> {
  const gone = ended(child).catch(() => null);
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  await gone;
  clearTimeout(timer);
}

function nextProgram(): string {
  return path.join(path.dirname(require.resolve("next/package.json")), "dist/bin/next");
}

function run(
  args: string[],
  env: Record<string, string>,
  output: "pipe" | "inherit",
): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: checkout,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      COUNTERPOINT_LAUNCHER: String(process.pid),
      ...env,
    },
    stdio: ["ignore", output, output, "ipc"],
    // Ctrl-C reaches the launcher alone, which then stops everything in order.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}
