import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { tryLock } from "@/lib/cli/runtime/lock";
import { ensureCluster, resetPassword, type Cluster } from "@/lib/db/embedded/cluster";
import { postgresPrograms } from "@/lib/db/embedded/home";
import { startServer, type PostgresServer } from "@/lib/db/embedded/server";

async function withCluster(work: (cluster: Cluster, logFile: string) => Promise<void>) {
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

async function query(server: PostgresServer, sql: string) {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function pidOf(cluster: Cluster): Promise<number> {
  const text = await readFile(path.join(cluster.data, "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}

test("What was written before PostgreSQL was killed is there after the next start", async () => {
  await withCluster(async (cluster, logFile) => {
    const first = await startServer(cluster, { logFile });
    await query(first, "CREATE TABLE word (text text); INSERT INTO word VALUES ('kept')");
    process.kill(await pidOf(cluster), "SIGKILL");
    await first.exited;
    const second = await startServer(cluster, { logFile, port: first.port });
    expect(await query(second, "SELECT text FROM word")).toEqual([{ text: "kept" }]);
    expect(second.port).toBe(first.port);
    await second.stop();
  });
});

test("A server whose launcher was killed is stopped before another one starts", async () => {
  await withCluster(async (cluster, logFile) => {
    const orphan = await startServer(cluster, { logFile });
    const orphanPid = await pidOf(cluster);
    const server = await startServer(cluster, { logFile });
    await orphan.exited;
    expect(await pidOf(cluster)).not.toBe(orphanPid);
    expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await server.stop();
  });
});

test("Nobody gets in without the password, and a lost password is replaced", async () => {
  await withCluster(async (cluster, logFile) => {
    const server = await startServer(cluster, { logFile });
    const url = server.url("postgres").replace(cluster.password, "guess");
    await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow(/password/);
    await server.stop();
    const renewed = { ...cluster, password: "a new one" };
    await resetPassword(renewed);
    const again = await startServer(renewed, { logFile });
    expect(await query(again, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await again.stop();
  });
});

test("A lock is free again at once when its holder is killed", async () => {
  const name = `test-${randomBytes(6).toString("hex")}`;
  const script = `import { tryLock } from "@/lib/cli/runtime/lock";
    await tryLock("${name}", "The other"); console.log("held"); setInterval(() => {}, 1000);`;
  const args = ["--import", "tsx", "--input-type=module", "-e", script];
  const holder = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => holder.stdout.once("data", resolve));

  const refused = await tryLock(name, "This one");
  expect(refused).toMatchObject({ heldBy: { what: "The other", pid: holder.pid } });

  const gone = new Promise((resolve) => holder.once("exit", resolve));
  holder.kill("SIGKILL");
  await gone;
  const taken = await tryLock(name, "This one");
  if ("heldBy" in taken) throw new Error("The lock outlived its holder.");
  await taken.release();
});
