/** Lighthouse's scores, when npm can fetch it: it is no dependency of this project. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { findBrowser } from "@/tests/setup/browser";
import type { Figure } from "../report";
import { median } from "../rounds";
import type { Stage } from "../stage";

const run = promisify(execFile);
const program = "lighthouse@12.8.2";
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
type Scores = Record<(typeof categories)[number], number>;

const score = z.object({ score: z.number().nullable() });
const reportShape = z.object({
  categories: z.object({
    performance: score,
    accessibility: score,
    "best-practices": score,
    seo: score,
  }),
  audits: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
});

export async function measureLighthouse(stage: Stage): Promise<Figure[]> {
  try {
    await run("npx", ["--yes", program, "--version"], { timeout: 180_000 });
  } catch {
    stage.say(`  ${program} could not be fetched: its scores are left out.`);
    return [];
  }
  const { slug } = await stage.debate(200);
  const url = `http://localhost:${stage.site.port}/debates/${slug}`;
  const cookie = await stage.browser();
  return [
    ...(await scoresOf(stage, url, "Reader's edition", 100)),
    ...(await scoresOf(stage, url, "Signed in", 95, cookie)),
  ];
}

async function scoresOf(
  stage: Stage,
  url: string,
  name: string,
  atLeast: number,
  cookie?: string,
): Promise<Figure[]> {
  const all: Scores[] = [];
  const faults = new Set<string>();
  for (let turn = 0; turn < (stage.options.quick ? 1 : 3); turn += 1) {
    const { scores, imperfect } = await audit(stage, url, cookie);
    all.push(scores);
    for (const fault of imperfect) faults.add(fault);
  }
  if (faults.size > 0) stage.say(`  ${name}, not perfect: ${[...faults].join(" · ")}`);
  return categories.map((category) => ({
    name: `${name}: Lighthouse, ${category}`,
    unit: "of 100",
    value: median(all.map((scores) => scores[category])),
    goal: { of: "value", atLeast },
  }));
}

async function audit(
  { folder }: Stage,
  url: string,
  cookie?: string,
): Promise<{ scores: Scores; imperfect: string[] }> {
  const report = path.join(folder, "lighthouse.json");
  const headers = path.join(folder, "headers.json");
  await writeFile(headers, JSON.stringify(cookie ? { Cookie: cookie } : {}));
  await run(
    "npx",
    [
      ...["--yes", program, url, "--quiet", "--output=json", `--output-path=${report}`],
      ...[`--only-categories=${categories.join(",")}`, `--extra-headers=${headers}`],
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic",
    ],
    { timeout: 240_000, env: { ...process.env, CHROME_PATH: findBrowser() } },
  );
  const { categories: found, audits } = reportShape.parse(
    JSON.parse(await readFile(report, "utf8")),
  );
  const scores = Object.fromEntries(
    categories.map((category) => [category, Math.round((found[category].score ?? NaN) * 100)]),
  ) as Scores;
  const imperfect = Object.values(audits)
    .filter((one) => one.score !== null && one.score < 0.9)
    .map((one) => one.title);
  return { scores, imperfect };
}
