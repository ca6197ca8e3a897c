/**
 * `npm test`: everything, in order, stopping at nothing so that one run tells all. The last line
 * counts the tests; the exit code is 0 only when every step passed.
 */
import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { z } from "zod";

type Step = { name: string; script: string; args?: string[]; report?: string };

const folder = "test-results/reports";
const vitest = (name: string): Step => ({
  name: `${name} tests`,
  script: `test:${name}`,
  args: ["--reporter=default", "--reporter=json", `--outputFile.json=${folder}/${name}.json`],
  report: `${folder}/${name}.json`,
});
const steps: Step[] = [
  { name: "Prisma client", script: "generate" },
  { name: "Types", script: "typecheck" },
  { name: "Lint", script: "lint" },
  { name: "Format", script: "format:check" },
  vitest("unit"),
  vitest("integration"),
  { name: "journeys", script: "test:e2e", report: `${folder}/e2e.json` },
];

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

function run({ script, args = [], report }: Step): Promise<boolean> {
  const child = spawn("npm", ["run", "--silent", script, "--", ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...(report ? { TEST_REPORT: report } : {}) },
    shell: process.platform === "win32",
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code === 0)));
}

async function counted(report: string): Promise<{ passed: number; failed: number }> {
  const text = await readFile(report, "utf8").catch(() => "{}");
  const json: unknown = JSON.parse(text);
  const unit = vitestReport.safeParse(json);
  if (unit.success) return { passed: unit.data.numPassedTests, failed: unit.data.numFailedTests };
  const journeys = playwrightReport.safeParse(json);
  if (!journeys.success) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = journeys.data.stats;
  return { passed: expected, failed: unexpected + flaky };
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const failedSteps: string[] = [];
const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const began = Date.now();
  console.log(`\n── ${step.name} ──`);
  const passed = await run(step);
  if (!passed) failedSteps.push(step.name);
  console.log(
    `${step.name}: ${passed ? "passed" : "FAILED"} in ${Math.round((Date.now() - began) / 1000)} s`,
  );
  const tests = step.report ? await counted(step.report) : { passed: 0, failed: 0 };
  total.passed += tests.passed;
  total.failed += tests.failed;
}
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(", ")}.`);
console.log(`\n${total.passed} passed, ${Math.max(total.failed, failedSteps.length)} failed`);
process.exit(failedSteps.length === 0 && total.passed > 0 ? 0 : 1);
