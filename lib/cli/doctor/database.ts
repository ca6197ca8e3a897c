/** The database as the command `doctor` sees it. */
import { existsSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { runningEmbeddedUrl } from "@/lib/cli/runtime/embedded-database";
import { checkDatabase } from "@/lib/cli/runtime/external-database";
import { lockHolder } from "@/lib/cli/runtime/lock";
import { platformPackageFolder } from "@/lib/db/embedded/binaries";
import { homeFolder } from "@/lib/db/embedded/home";
import { migrationsFolder, readMigrations } from "@/lib/db/migration-folder";
import { bad, check, good, info, warning, type Check, type Finding } from "./check";

const extensions = ["pg_trgm", "unaccent"];

/** Several lines when a server answers; one when it does not, or is not running now. */
export async function checkDatabases(): Promise<Check[]> {
  const checks: Check[] = [];
  let url = process.env.DATABASE_URL;
  checks.push(
    await check("Database", async () => {
      if (!url) {
        platformPackageFolder(); // throws when this machine has none
        const running = await lockHolder("database");
        url = running ? await runningEmbeddedUrl() : undefined;
        if (!url) return embeddedAtRest();
      }
      const version = await checkDatabase(url, 0);
      return good(`${process.env.DATABASE_URL ? "" : "embedded "}PostgreSQL ${version}`);
    }),
  );
  if (!url || checks[0]?.state !== "good") return checks;
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    checks.push(await check("Letters", () => checkEncoding(client)));
    checks.push(await check("Extensions", () => checkExtensions(client)));
    checks.push(await check("Migrations", () => checkMigrations(client)));
    checks.push(await check("Clock", () => checkClock(client)));
  } finally {
    await client.end();
  }
  return checks;
}

function embeddedAtRest(): Finding {
  const made = existsSync(path.join(homeFolder(), "data")) ? "kept" : "to be made at first start";
  return info(
    `embedded PostgreSQL 18, not running now; its data ${made} in ${homeFolder()}. Start Counterpoint to have it looked at.`,
  );
}

async function checkEncoding(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ encoding: string }>(
    "SELECT current_setting('server_encoding') AS encoding",
  );
  const encoding = rows[0]?.encoding ?? "";
  if (encoding === "UTF8") return good("UTF-8");
  return bad(
    `The database is encoded in ${encoding}. Make another one with ENCODING 'UTF8' TEMPLATE template0 (docs/operations.md).`,
  );
}

async function checkExtensions(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM pg_available_extensions WHERE name = ANY ($1)",
    [extensions],
  );
  const missing = extensions.filter((name) => !rows.some((row) => row.name === name));
  if (missing.length === 0) return good(extensions.join(", "));
  return bad(
    `The server lacks ${missing.join(" and ")}. Install its contrib package (Debian: in postgresql; elsewhere postgresql-contrib).`,
  );
}

async function checkMigrations(client: pg.Client): Promise<Finding> {
  const { migrationDirectories } = await readMigrations(migrationsFolder);
  const known = migrationDirectories.map(({ path: name }) => name);
  const { rows: tables } = await client.query<{ found: boolean }>(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found",
  );
  if (!tables[0]?.found) return info("none yet: the database is empty until the first start");
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
      FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const failed = rows.find(({ finished }) => !finished);
  if (failed) {
    return bad(
      `${failed.name} failed or was broken off. Correct the cause, then: npm run cli -- db migrate --retry-failed`,
    );
  }
  const newer = rows.filter(({ name }) => !known.includes(name));
  if (newer.length > 0) {
    return bad(
      `The database is newer than this version of Counterpoint (${newer.at(-1)?.name}). Run the newer version, or restore the backup made before it.`,
    );
  }
  const pending = known.filter((name) => !rows.some((row) => row.name === name));
  if (pending.length === 0) return good(`all ${known.length} applied`);
  return warning(
    `${pending.length} are waiting (${pending.join(", ")}). The next start applies them, or now: npm run cli -- db migrate`,
  );
}

async function checkClock(client: pg.Client): Promise<Finding> {
  const asked = Date.now();
  const { rows } = await client.query<{ now: number }>(
    "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now",
  );
  const answered = Date.now();
  return clockFinding((rows[0]?.now ?? 0) - (asked + answered) / 2);
}

/** @param difference of the database's clock to this machine's, in milliseconds */
export function clockFinding(difference: number): Finding {
  const seconds = Math.abs(difference) / 1000;
  if (seconds < 5) return good("this machine and the database agree");
  return (seconds < 60 ? warning : bad)(
    `This machine and the database differ by ${Math.round(seconds)} s: links and sessions end too early or too late. Set both by NTP, on Linux with: timedatectl set-ntp true`,
  );
}
