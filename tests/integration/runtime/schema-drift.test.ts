import { expect, inject, test } from "vitest";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { schemaFile } from "@/lib/db/migration-folder";
import { schemaDrift } from "@/lib/db/migrations";

test("The migrations lead exactly to schema.prisma", async () => {
  expect(await schemaDrift(inject("postgresAdminUrl"))).toBe("");
});

test("A column that no migration makes is noticed", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "counterpoint-schema-"));
  try {
    const schema = path.join(folder, "schema.prisma");
    const text = await readFile(schemaFile, "utf8");
    await writeFile(schema, text.replace(/^model User \{$/m, "model User {\n  shoeSize Int?"));
    const sql = await schemaDrift(inject("postgresAdminUrl"), { schema });
    expect(sql).toMatch(/ADD COLUMN\s+"shoeSize" INTEGER/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
