/** What every figure stands on: one database, one built site, debates of all sizes, people. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { ensureBuild } from "@/lib/cli/runtime/build";
import type { Closing } from "@/lib/cli/runtime/closing";
import { generateClient } from "@/lib/cli/runtime/generate-client";
import { freePort, startServer as startPostgres } from "@/lib/db/embedded/server";
import type { Cluster } from "@/lib/db/embedded/cluster";
import { applyMigrations } from "@/lib/db/migrations";
import { pidOf } from "@/tests/setup/cluster";
import { createDatabase } from "@/tests/setup/postgres";
import { giveBrief } from "./give-brief";
import type { Options } from "./options";
import { giveTokens, openBrowser, type Voter } from "./people";
import { startSite, type Served } from "./processes";
import { seedLarge, type LargeDebate } from "./seed-large";

export type BenchDebate = LargeDebate & {
  /** Who wrote each argument, in their order. */
  authors: number[];
  /** How deep each argument stands: 1 answers the motion. */
  depths: number[];
};

export type Stage = {
  options: Options;
  closing: Closing;
  /** For files of this run; removed with it. */
  folder: string;
  databaseUrl: string;
  client: pg.Client;
  postgresPid: number;
  /** The environment of the site's server. */
  env: Record<string, string>;
  site: Served;
  debate: (size: number) => Promise<BenchDebate>;
  voters: () => Promise<Voter[]>;
  /** The Cookie header of a signed-in member. */
  browser: () => Promise<string>;
  say: (line: string) => void;
};

/** Votes in each debate, and people who cast them. */
const votes = 50_000;
const people = 5000;
/** The debate that is voted on, read and argued in. */
export const usualSize = 2000;

/** Opens everything; what it opens is closed by `closing`. */
export async function openStage(
  options: Options,
  cluster: Cluster,
  logFile: string,
  closing: Closing,
): Promise<Stage> {
  const say = (line: string) => console.log(line);
  const folder = await closing.own(mkdtemp(path.join(tmpdir(), "counterpoint-bench-")), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  // As in production: every commit waits for the disk.
  const postgres = await closing.own(startPostgres(cluster, { logFile }), (server) =>
    server.stop(),
  );
  const databaseUrl = await createDatabase(postgres.url("postgres"), "bench");
  await applyMigrations(databaseUrl);
  const { seed } = await import("@/prisma/seed/seed");
  await seed(databaseUrl, { demo: false, log: () => undefined });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  closing.add(() => client.end());

  const port = String(await freePort());
  const env = {
    DATABASE_URL: databaseUrl,
    HOST: "localhost",
    PORT: port,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    // The people of a figure come from as many networks, as they would through a proxy.
    TRUST_PROXY: "1",
    LOG_LEVEL: "error",
    SITE_URL: "",
    SMTP_URL: "",
  };
  generateClient();
  await ensureBuild({ env, closing });
  const debate = once((size) => makeDebate(client, databaseUrl, size, say));
  const voters = once(async () => {
    const { people } = await debate(usualSize);
    return giveTokens(client, people);
  });
  const browser = once(async () => {
    const { people } = await debate(usualSize);
    return openBrowser(client, people.at(-1)!, env.NEXTAUTH_SECRET);
  });
  return {
    ...{ options, closing, folder, databaseUrl, client, env, say, debate },
    postgresPid: await pidOf(cluster),
    voters: () => voters(0),
    browser: () => browser(0),
    site: await startSite(closing, env),
  };
}

/** Makes each size at most once, when it is first needed. */
function once<T>(make: (size: number) => Promise<T>): (size: number) => Promise<T> {
  const made = new Map<number, Promise<T>>();
  return (size) => {
    const before = made.get(size) ?? make(size);
    made.set(size, before);
    return before;
  };
}

async function makeDebate(
  client: pg.Client,
  databaseUrl: string,
  size: number,
  say: (line: string) => void,
): Promise<BenchDebate> {
  const began = performance.now();
  const debate = await seedLarge(databaseUrl, { arguments: size, votes, people, seed: size });
  const first = await client.query<{ id: number }>(
    "SELECT debate_id AS id FROM briefs ORDER BY debate_id LIMIT 1",
  );
  await giveBrief(client, first.rows[0]!.id, debate.debateId);
  const { rows } = await client.query<{ author: number; depth: number }>(
    `SELECT author_id AS author, cardinality(path) AS depth
     FROM arguments WHERE debate_id = $1 ORDER BY id`,
    [debate.debateId],
  );
  await client.query("VACUUM ANALYZE");
  const seconds = Math.round((performance.now() - began) / 1000);
  say(`  a debate of ${size} arguments and ${votes} votes, made in ${seconds} s`);
  return {
    ...debate,
    authors: rows.map((row) => row.author),
    depths: rows.map((row) => row.depth),
  };
}
