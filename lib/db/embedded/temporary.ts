/** A throw-away server for tests and for making migrations. */
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureCluster } from "@/lib/db/embedded/cluster";
import { postgresPrograms } from "@/lib/db/embedded/home";
import { startServer, type PostgresServer } from "@/lib/db/embedded/server";

/** Starts an empty server that waits for no disk; `stop` also removes its data. */
export async function startTemporaryServer(
  settings: Record<string, string> = {},
): Promise<PostgresServer> {
  const programs = await postgresPrograms();
  const folder = await mkdtemp(path.join(tmpdir(), "counterpoint-"));
  await chmod(folder, 0o711);
  const password = randomBytes(18).toString("base64url");
  const cluster = { ...programs, data: path.join(folder, "data"), password };
  const removeAll = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    await ensureCluster(cluster, false);
    const logFile = path.join(folder, "postgres.log");
    const server = await startServer(cluster, { logFile, durable: false, settings });
    const stop = () => server.stop().then(removeAll);
    return { ...server, stop };
  } catch (error) {
    await removeAll();
    throw error;
  }
}
