/**
 * `npm run db:migration -- <name>`: writes the SQL that leads from prisma/migrations to
 * prisma/schema.prisma as a new migration. Needs no network and no running server.
 */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { startTemporaryServer } from "@/lib/db/embedded/temporary";
import { lockfile, migrationsFolder } from "@/lib/db/migration-folder";
import { schemaDrift } from "@/lib/db/migrations";

async function makeMigration(name: string): Promise<string> {
  const server = await startTemporaryServer();
  try {
    const sql = await schemaDrift(server.url("postgres"));
    if (sql === "") return "The migrations already lead to prisma/schema.prisma: nothing to write.";
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = path.join(migrationsFolder, `${stamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "migration.sql"), `${sql}\n`);
    const lock = path.join(migrationsFolder, lockfile.name);
    if (!existsSync(lock)) await writeFile(lock, lockfile.text);
    const written = path.relative(process.cwd(), path.join(folder, "migration.sql"));
    return `Wrote ${written}. Read it, and add what the schema cannot say: checks and triggers.`;
  } finally {
    await server.stop();
  }
}

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Name the migration in small letters: npm run db:migration -- add_votes");
  process.exitCode = 2;
} else {
  try {
    console.log(await makeMigration(name));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
