/** A PostgreSQL server of the operator's own: is it there, and new enough? */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { Refusal } from "@/lib/db/problem";

export const oldestVersion = 15;

/**
 * Connects once, waiting a little for a server that is just starting; returns its version.
 * @throws Refusal saying what is wrong with the address or the server.
 */
export async function checkDatabase(databaseUrl: string, patience = 8000): Promise<string> {
  const where = placeOf(databaseUrl);
  const deadline = Date.now() + patience;
  for (;;) {
    const client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 5000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ number: string; version: string }>(
        "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version",
      );
      return acceptable(rows[0], where);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (!maySoonWork(error) || Date.now() > deadline) throw explain(error, where);
      await pause(500);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function placeOf(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    if (!["postgres:", "postgresql:"].includes(url.protocol)) throw new Error("other protocol");
    return `${url.hostname}:${url.port || 5432}`;
  } catch {
    throw new Refusal(
      "DATABASE_URL is not the address of a PostgreSQL database. Write it like postgresql://name:password@host:5432/counterpoint",
    );
  }
}

function acceptable(found: { number: string; version: string } | undefined, where: string): string {
  const number = Number(found?.number ?? 0);
  if (found && number >= oldestVersion * 10_000) return found.version;
  throw new Refusal(
    `The PostgreSQL server at ${where} is too old (version ${found?.version ?? "unknown"}). Counterpoint needs version ${oldestVersion} or newer: upgrade the server, or leave DATABASE_URL unset to use the embedded one.`,
  );
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

function maySoonWork(error: unknown): boolean {
  return ["ECONNREFUSED", "57P03"].includes(codeOf(error)); // not listening yet, starting up
}

function explain(error: unknown, where: string): Refusal {
  const message = error instanceof Error && error.message ? error.message : codeOf(error);
  switch (codeOf(error)) {
    case "28P01":
    case "28000":
      return new Refusal(
        `The PostgreSQL server at ${where} refused the name or the password in DATABASE_URL. Correct them and start again.`,
      );
    case "3D000":
      return new Refusal(
        `The PostgreSQL server at ${where} has no such database (${message}). Make it with CREATE DATABASE, or correct DATABASE_URL.`,
      );
    default:
      return new Refusal(
        `The database at ${where} cannot be reached (${message}). Check DATABASE_URL and that the server is running.`,
      );
  }
}
