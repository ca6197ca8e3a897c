/** The migrations as they lie in prisma/migrations: one folder each, with one file. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { SchemaEngine } from "@/lib/db/engine";

const prismaFolder = fileURLToPath(new URL("../../prisma/", import.meta.url));
export const schemaFile = path.join(prismaFolder, "schema.prisma");
export const migrationsFolder = path.join(prismaFolder, "migrations");
export const lockfile = { name: "migration_lock.toml", text: 'provider = "postgresql"\n' };

export type MigrationList = Parameters<SchemaEngine["applyMigrations"]>[0]["migrationsList"];

/** The migrations in `folder`, oldest first, in the engine's own form. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const value = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      const content = { tag: "ok" as const, value };
      return { path: name, migrationFile: { path: "migration.sql", content } };
    }),
  );
  const content = await readFile(path.join(folder, lockfile.name), "utf8").catch(
    () => lockfile.text,
  );
  return {
    baseDir: folder,
    lockfile: { path: lockfile.name, content },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}
