/** PostgreSQL's own measuring program, when it is there: what the database alone can do. */
import { execFile, spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { connections } from "./load";

const run = promisify(execFile);

export const hasPgbench = !spawnSync("pgbench", ["--version"]).error;

export type Statement = {
  name: string;
  /** Pairs of a variable and what it is drawn from: `random(1, 5)`. */
  draw: Record<string, string>;
  /** One statement; variables are written `:name`. */
  sql: string;
};

export type StatementTurn = { databaseUrl: string; folder: string; seconds: number };

/** Transactions a second of one prepared statement, over as many connections as the others have. */
export async function pgbench(
  { name, draw, sql }: Statement,
  { databaseUrl, folder, seconds }: StatementTurn,
): Promise<{ perSecond: number; p99: number; failed: number }> {
  const file = path.join(folder, `${name}.pgbench`);
  const variables = Object.entries(draw).map(([key, from]) => `\\set ${key} ${from}`);
  await writeFile(file, [...variables, `${sql.replace(/\s*\n\s*/g, " ").trim()};`, ""].join("\n"));
  const { stdout } = await run("pgbench", [
    ...["-n", "-M", "prepared", "-c", String(connections), "-j", "1", "-T", String(seconds)],
    ...["-f", file, databaseUrl],
  ]);
  const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  if (!(perSecond > 0)) throw new Error(`pgbench said nothing of use:\n${stdout}`);
  return { perSecond, p99: NaN, failed: 0 };
}
