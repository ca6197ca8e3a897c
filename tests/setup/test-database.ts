/** A migrated, empty database of its own, for one test file. */
import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, dropDatabase } from "@/tests/setup/postgres";
import { templateName } from "@/tests/setup/global-postgres";

export interface TestDatabase {
  url: string;
  drop: () => Promise<void>;
}

/**
 * The test file's own database is in DATABASE_URL already (see tests/setup/each-file.ts); this makes
 * a further one, for a test that needs two.
 */
export async function testDatabase(
  options: { template?: string } = { template: templateName },
): Promise<TestDatabase> {
  const adminUrl = inject("postgresAdminUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = await createDatabase(adminUrl, name, options);
  return { url, drop: () => dropDatabase(adminUrl, name) };
}
