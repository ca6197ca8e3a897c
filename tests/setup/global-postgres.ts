/** Once per run of the integration tests: a server, and a migrated database to copy. */
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/lib/db/migrations";
import { createDatabase, startTestPostgres } from "@/tests/setup/postgres";

export const templateName = "template_migrated";

declare module "vitest" {
  export interface ProvidedContext {
    postgresAdminUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres();
  try {
    const url = await createDatabase(server.adminUrl, templateName);
    await applyMigrations(url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("postgresAdminUrl", server.adminUrl);
  return server.stop;
}
