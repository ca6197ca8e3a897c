import { defineConfig } from "@playwright/test";

/** Journeys through the moderators' queue, of which there is one: they come after one another. */
const queue =
  /(moderation|waiting|sanctions|purges-and-blocks|forged-actions|reporting-errors)\.spec\.ts$/;

/** Started by tests/setup/run-e2e.ts, which brings the server, the database and the browser. */
export default defineConfig({
  testDir: "tests/e2e",
  fullyParallel: true,
  workers: 2,
  projects: [
    { name: "queue", testMatch: queue, workers: 1, fullyParallel: false },
    { name: "pages", testIgnore: queue },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: process.env.TEST_REPORT
    ? [["list"], ["json", { outputFile: process.env.TEST_REPORT }]]
    : [["list"]],
  outputDir: "test-results/browser",
  use: {
    baseURL: `http://localhost:${process.env.PORT ?? "3000"}`,
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: 10_000,
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.E2E_BROWSER,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
