/** The command line as a program: a process of its own, what it wrote and how it ended. */
import { spawn, type ChildProcess } from "node:child_process";
import { env } from "@/lib/env";

export interface Ended {
  out: string;
  err: string;
  code: number | null;
}

const node = ["--conditions=react-server", "--import", "tsx"];
const main = "lib/cli/main.ts";

type Wanted = {
  env?: Record<string, string>;
  input?: string;
  /** Another checkout. */
  cwd?: string;
  /** Another program of it than the command line. */
  program?: string;
  onStart?: (child: ChildProcess) => void;
};

const surroundings = (changes: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  DATABASE_URL: env.DATABASE_URL,
  NEXTAUTH_SECRET: "a secret that only the tests know, long enough",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  INIT_CWD: process.cwd(),
  ...changes,
});

/** Runs a command with its output piped, as a script does. */
export function run(words: string[], wanted: Wanted = {}): Promise<Ended> {
  const { cwd, program = main } = wanted;
  const child = spawn(process.execPath, [...node, program, ...words], {
    ...(cwd ? { cwd } : {}),
    env: surroundings(wanted.env),
  });
  wanted.onStart?.(child);
  child.stdin.end(wanted.input ?? "");
  return ended(child);
}

/** Runs a command on a terminal made by util-linux's `script`; everything it shows is in `out`. */
export function runOnTerminal(words: string[], wanted: Wanted = {}): Promise<Ended> {
  const quoted = [process.execPath, ...node, main, ...words].map((word) => `'${word}'`).join(" ");
  const child = spawn("script", ["-qec", quoted, "/dev/null"], {
    env: { ...surroundings(wanted.env), TERM: "xterm-256color" },
  });
  child.stdin.write(wanted.input ?? ""); // left open: its end would hang the terminal up
  return ended(child).finally(() => child.stdin.destroy());
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ out, err, code }));
  });
}
