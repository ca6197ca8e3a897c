/** The embedded server with this checkout's data: who starts it holds the lock "database". */
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { keptSecrets, writePrivate } from "@/lib/cli/runtime/secrets";
import { ensureCluster, resetPassword, type Cluster } from "@/lib/db/embedded/cluster";
import { makeHome, homeFolder, postgresPrograms } from "@/lib/db/embedded/home";
import { stopOrphan } from "@/lib/db/embedded/orphan";
import { ensureDatabase, startServer, urlOn, type PostgresServer } from "@/lib/db/embedded/server";

const databaseName = "counterpoint";
const stateSchema = z.object({ port: z.number().int(), pid: z.number().int() });

export interface EmbeddedDatabase {
  url: string;
  /** True when the data directory was made now. */
  fresh: boolean;
  /** Resolves when the server has gone. Another one takes its place after `restart`. */
  exited: () => Promise<void>;
  /** Starts the server again on the same port, after it died. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the server, its database made if necessary. The caller holds the lock "database". */
export async function startEmbedded(): Promise<EmbeddedDatabase> {
  const home = await makeHome();
  const programs = await postgresPrograms();
  const { secrets, made } = await keptSecrets();
  const cluster: Cluster = {
    ...programs,
    data: path.join(home, "data"),
    password: secrets.databasePassword,
  };
  if (made && existsSync(cluster.data)) {
    await stopOrphan(cluster);
    await resetPassword(cluster); // the file with the old one is lost
  }
  const fresh = await ensureCluster(cluster);
  const logFile = path.join(home, "postgres.log");
  let server: PostgresServer = await startServer(cluster, { logFile });
  const { port } = server;
  try {
    await ensureDatabase(server.url("postgres"), databaseName);
    await writePrivate(stateFile(), { port, pid: process.pid });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: server.url(databaseName),
    fresh,
    exited: () => server.exited,
    restart: async () => {
      server = await startServer(cluster, { logFile, port });
    },
    stop: async () => {
      await server.stop();
      await rm(stateFile(), { force: true });
    },
  };
}

/** The address of the embedded server that another process of this checkout runs. */
export async function runningEmbeddedUrl(): Promise<string | undefined> {
  const text = await readFile(stateFile(), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const { port } = stateSchema.parse(JSON.parse(text));
  const { secrets } = await keptSecrets();
  return urlOn(port, secrets.databasePassword, databaseName);
}

/** True when an earlier launcher of this checkout was killed before it could clean up. */
export function leftBehind(): boolean {
  return existsSync(stateFile());
}

function stateFile(): string {
  return path.join(homeFolder(), "state.json");
}
