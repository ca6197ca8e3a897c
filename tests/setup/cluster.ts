/** A data directory of a test's own, whose server the test starts, kills and starts again. */
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureCluster, type Cluster } from "@/lib/db/embedded/cluster";
import { postgresPrograms } from "@/lib/db/embedded/home";

/** Makes the directory, hands it to the test, and removes it. */
export async function withCluster(work: (cluster: Cluster, logFile: string) => Promise<void>) {
  const folder = await mkdtemp(path.join(tmpdir(), `counterpoint-temporary-${process.pid}-`));
  await chmod(folder, 0o711);
  const password = randomBytes(12).toString("hex");
  const cluster = { ...(await postgresPrograms()), data: path.join(folder, "data"), password };
  try {
    await ensureCluster(cluster, false);
    await work(cluster, path.join(folder, "postgres.log"));
  } finally {
    await rm(folder, { recursive: true, maxRetries: 3 });
  }
}

/** The process of the server that runs on this directory. */
export async function pidOf(cluster: Cluster): Promise<number> {
  const text = await readFile(path.join(cluster.data, "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}
