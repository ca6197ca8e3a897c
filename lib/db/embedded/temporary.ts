/** A throw-away server for tests and for making migrations. */
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureCluster, type Cluster } from "@/lib/db/embedded/cluster";
import { postgresPrograms } from "@/lib/db/embedded/home";
import { stopOrphan } from "@/lib/db/embedded/orphan";
import { startServer, type PostgresServer } from "@/lib/db/embedded/server";

/** The folder's name says whose it is, so that it can be recognised when that process is gone. */
const prefix = "counterpoint-temporary-";

/** Starts an empty server that waits for no disk; `stop` also removes its data. */
export async function startTemporaryServer(
  settings: Record<string, string> = {},
): Promise<PostgresServer> {
  const programs = await postgresPrograms();
  await sweep(programs);
  const folder = await mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o711);
  const password = randomBytes(18).toString("base64url");
  const cluster = { ...programs, data: path.join(folder, "data"), password };
  try {
    await ensureCluster(cluster, false);
    const logFile = path.join(folder, "postgres.log");
    const server = await startServer(cluster, { logFile, durable: false, settings });
    const stop = () => server.stop().then(() => remove(folder));
    return { ...server, stop };
  } catch (error) {
    await remove(folder);
    throw error;
  }
}

/** Stops and removes what processes that were killed have left behind. */
async function sweep(programs: Pick<Cluster, "binaries" | "account">): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = /^counterpoint-temporary-(\d+)-/.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = path.join(tmpdir(), name);
    const data = path.join(folder, "data");
    await stopOrphan({ ...programs, data, password: "" });
    await remove(folder);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
