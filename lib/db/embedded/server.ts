/** One running PostgreSQL server on a data directory, listening on this machine only. */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, rename, stat } from "node:fs/promises";
import net from "node:net";
import pg from "pg";
import { programEnv, runProgram, superuser, type Cluster } from "@/lib/db/embedded/cluster";
import { stopOrphan } from "@/lib/db/embedded/orphan";
import { Refusal } from "@/lib/db/problem";

export interface PostgresServer {
  port: number;
  /** The connection string of the given database. */
  url: (database: string) => string;
  /** Resolves when the server has gone, for whatever reason. */
  exited: Promise<void>;
  /** Ends open connections, writes everything to disk and stops. */
  stop: () => Promise<void>;
}

export interface ServerOptions {
  /** The port to listen on; any free one if not given. */
  port?: number;
  /** False only for tests: no waiting for the disk. */
  durable?: boolean;
  /** Where PostgreSQL writes what it has to say. */
  logFile: string;
  settings?: Record<string, string>;
}

const attempts = 5;

/** Starts the server and waits until it answers; stops one that a killed process left behind. */
export async function startServer(
  cluster: Cluster,
  options: ServerOptions,
): Promise<PostgresServer> {
  await stopOrphan(cluster);
  await rotate(options.logFile);
  let reason: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = options.port ?? (await freePort());
    try {
      return await launch(cluster, options, port);
    } catch (error) {
      // A port taken meanwhile, or shared memory that a killed server's children still hold.
      reason = error;
      await new Promise((resolve) => setTimeout(resolve, 250 * (attempt + 1)));
    }
  }
  throw reason;
}

export function urlOn(port: number, password: string, database: string): string {
  const credentials = `${superuser}:${encodeURIComponent(password)}`;
  return `postgresql://${credentials}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Creates the database when it does not exist. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function launch(
  cluster: Cluster,
  options: ServerOptions,
  port: number,
): Promise<PostgresServer> {
  const log = openSync(options.logFile, "a", 0o600);
  const { uid, gid } = cluster.account;
  // Detached: Ctrl-C reaches the launcher alone, which lets requests finish before it stops this.
  const child = spawn(cluster.binaries.postgres, serverArgs(cluster, options, port), {
    uid,
    gid,
    cwd: cluster.data,
    env: programEnv(),
    stdio: ["ignore", log, log],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  closeSync(log);
  const url = (database: string) => urlOn(port, cluster.password, database);
  const exited = new Promise<void>((resolve) => {
    child.on("error", () => resolve());
    child.on("exit", () => resolve());
  });
  await untilReady(child, url("postgres"), options.logFile);
  return { port, url, exited, stop: () => stopServer(cluster, child, exited) };
}

function serverArgs(cluster: Cluster, options: ServerOptions, port: number): string[] {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    timezone: "UTC",
    log_line_prefix: "%m ",
    ...(options.durable === false
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }
      : {}),
    ...options.settings,
  };
  const pairs = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  return ["-D", cluster.data, ...pairs];
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  const deadline = Date.now() + 120_000; // recovery after a crash may replay a lot
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === "28P01") {
        child.kill("SIGINT");
        throw new Error("PostgreSQL refused the password kept for it.");
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  child.kill("SIGKILL");
  throw new Refusal(`PostgreSQL did not start. It said:\n${await lastLines(logFile, 6)}`);
}

async function stopServer(
  cluster: Cluster,
  child: ChildProcess,
  exited: Promise<void>,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const args = ["stop", "-D", cluster.data, "-m", "fast", "-w", "-t", "60"];
  await runProgram(cluster, cluster.binaries.pgCtl, args).catch(() => child.kill("SIGQUIT"));
  await exited;
}

export async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("No free port was found.");
  return address.port;
}

async function rotate(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 10_000_000) await rename(logFile, `${logFile}.old`);
}

async function lastLines(file: string, count: number): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
