import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("./", import.meta.url));
const alias = {
  "server-only": `${root}tests/setup/server-only.ts`,
  "@/": root,
};
const patience = { testTimeout: 30_000, hookTimeout: 30_000 };
/** Enough for the application to start; never the database, which each test file gets of its own. */
const env = { NEXTAUTH_SECRET: "a secret that only the tests know", TZ: "UTC" };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          environment: "node",
          env,
          sequence: { groupOrder: 0 },
          ...patience,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          environment: "node",
          env,
          globalSetup: ["tests/setup/global-postgres.ts"],
          setupFiles: ["tests/setup/each-file.ts"],
          pool: "forks",
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
    ],
  },
});
