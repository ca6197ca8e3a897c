import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { db } from "@/lib/db/client";
import { log } from "./log";

export type Readiness = {
  status: "ok" | "unavailable";
  database: "ok" | "no answer";
  /** How many migrations this version brings that the database has not had; null when unknown. */
  pendingMigrations: number | null;
};

const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations");
/** How long the database may take, in milliseconds. */
const patience = 2000;

/** Whether the database answers within two seconds and has every migration of this version. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    const pendingMigrations = await withPatience(countPending());
    const status = pendingMigrations === 0 ? "ok" : "unavailable";
    return { status, database: "ok", pendingMigrations };
  } catch (error) {
    log.warn({ err: error }, "not ready: the database does not answer");
    return { status: "unavailable", database: "no answer", pendingMigrations: null };
  }
}

/** Looking for the table first answers for an empty database too. */
async function countPending(): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const [found] = await db.$queryRaw<
    { there: boolean }[]
  >`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`;
  if (!found?.there) return wanted.length;
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map(({ name }) => name));
  return wanted.filter((name) => !names.has(name)).length;
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
