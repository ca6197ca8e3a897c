/** A data directory: made whole or not at all, with one superuser and no way in without its password. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Account } from "@/lib/db/embedded/account";
import type { Binaries } from "@/lib/db/embedded/binaries";
import { Refusal } from "@/lib/db/problem";

export const superuser = "counterpoint";
const majorVersion = "18";

export interface Cluster {
  binaries: Binaries;
  account: Account;
  /** The data directory; its parent must be reachable by `account`. */
  data: string;
  password: string;
}

/** Makes the data directory if it does not exist; tells whether it did. */
export async function ensureCluster(cluster: Cluster, durable = true): Promise<boolean> {
  if (existsSync(cluster.data)) {
    await checkVersion(cluster.data);
    return false;
  }
  const partial = `${cluster.data}.partial`;
  const passwordFile = `${cluster.data}.password`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  await giveTo(cluster.account, partial, passwordFile);
  try {
    await initialise(cluster, partial, passwordFile, durable);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(partial, cluster.data);
  return true;
}

/**
 * Letters are sorted and folded by PostgreSQL itself, the same everywhere. Only trigrams ask the
 * system what a letter is, and a system that knows no UTF-8 locale would see none outside ASCII.
 */
const characterTypes = ["C.UTF-8", "en_US.UTF-8", "UTF-8", "C"];

async function initialise(
  cluster: Cluster,
  folder: string,
  passwordFile: string,
  durable: boolean,
): Promise<void> {
  for (const characterType of characterTypes) {
    try {
      return await runProgram(cluster, cluster.binaries.initdb, [
        `--pgdata=${folder}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        `--lc-ctype=${characterType}`,
        "--data-checksums",
        ...(durable ? [] : ["--no-sync"]),
      ]);
    } catch (error) {
      const unknown = error instanceof Error && error.message.includes("invalid locale name");
      if (!unknown || characterType === "C") throw error;
    }
  }
}

/** Sets the superuser's password without knowing the old one, while no server runs. */
export async function resetPassword(cluster: Cluster): Promise<void> {
  const statement = `ALTER ROLE ${superuser} PASSWORD '${cluster.password}'\n`;
  const args = ["--single", "-D", cluster.data, "postgres"];
  await runProgram(cluster, cluster.binaries.postgres, args, statement);
}

async function checkVersion(data: string): Promise<void> {
  const version = (await readFile(path.join(data, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (version === majorVersion) return;
  throw new Refusal(
    `${data} holds ${version ? `data of PostgreSQL ${version}` : "no PostgreSQL data"}, and this version of Counterpoint runs PostgreSQL ${majorVersion}. Move the folder away and restore a backup.`,
  );
}

async function giveTo(account: Account, ...paths: string[]): Promise<void> {
  const { uid, gid } = account;
  if (uid === undefined || gid === undefined) return;
  for (const item of paths) await chown(item, uid, gid);
}

/** Runs one of PostgreSQL's programs as the cluster's account; rejects with what it said. */
export async function runProgram(
  cluster: Pick<Cluster, "account">,
  program: string,
  args: string[],
  input = "",
): Promise<void> {
  const { uid, gid } = cluster.account;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, { uid, gid, cwd: path.dirname(program), env: programEnv() });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${path.basename(program)} failed: ${said.trim().slice(-800)}`));
    });
  });
}

/** What PostgreSQL's programs need to know of the environment, and nothing that could mislead them. */
export function programEnv(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" };
}
