import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { tryLock } from "@/lib/cli/runtime/lock";
import { resetPassword } from "@/lib/db/embedded/cluster";
import { startServer, type PostgresServer } from "@/lib/db/embedded/server";
import { pidOf, withCluster } from "@/tests/setup/cluster";

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
