/** What is printed and kept of a run. Nothing here decides whether a run has passed. */
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

export type Goal =
  { of: "ratio" | "value"; atLeast: number } | { of: "ratio" | "value"; atMost: number };

export type Figure = {
  name: string;
  unit: string;
  value: number;
  /** The best that can be had here, measured in the same rounds. */
  limit?: { name: string; value: number };
  goal?: Goal;
  note?: string;
};

/** The value as a share of its limit. */
export function ratioOf({ value, limit }: Figure): number | undefined {
  return limit ? value / limit.value : undefined;
}

/** Whether the goal is reached; undefined without one, or when nothing could be measured. */
export function isReached(figure: Figure): boolean | undefined {
  const { goal } = figure;
  if (!goal) return undefined;
  const measured = goal.of === "ratio" ? ratioOf(figure) : figure.value;
  if (measured === undefined || Number.isNaN(measured)) return undefined;
  return "atLeast" in goal ? measured >= goal.atLeast : measured <= goal.atMost;
}

/** Four digits at most, and no more than the measurement is worth. */
export function rounded(value: number): string {
  if (Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits });
}

function goalText(goal: Goal | undefined): string {
  if (!goal) return "";
  const bound = "atLeast" in goal ? `≥ ${rounded(goal.atLeast)}` : `≤ ${rounded(goal.atMost)}`;
  return goal.of === "ratio" ? `${bound} of it` : bound;
}

/** Says how many requests failed, when any did. */
export function failures(count: number, before = ""): string {
  return count > 0 ? `${before}${Math.round(count)} failed in a turn` : "";
}

/** One line of the table, as a list of cells. */
function cells(figure: Figure): string[] {
  const ratio = ratioOf(figure);
  const reached = isReached(figure);
  return [
    figure.name,
    `${rounded(figure.value)} ${figure.unit}`.trim(),
    figure.limit ? `${rounded(figure.limit.value)} (${figure.limit.name})` : "",
    ratio === undefined ? "" : rounded(ratio),
    goalText(figure.goal),
    reached === undefined ? "" : reached ? "reached" : "missed",
    figure.note ?? "",
  ];
}

const head = ["figure", "measured", "limit in the same run", "ratio", "to reach", "", "note"];

/** The figures as a Markdown table with aligned columns. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [head, ...figures.map(cells)];
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join("\n");
}

/** What the figures were measured on. */
export function machine(): Record<string, string | number> {
  const revision = () => {
    try {
      return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
    } catch {
      return "unknown";
    }
  };
  return {
    date: new Date().toISOString().slice(0, 16),
    revision: revision(),
    processor: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryInGigabytes: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}`,
    node: process.version,
  };
}

export const resultFile = path.resolve("test-results/bench.json");

/** Writes the figures, each with its ratio and whether its goal is reached, as JSON. */
export async function writeResults(
  figures: readonly Figure[],
  about: Record<string, unknown>,
): Promise<void> {
  const all = figures.map((figure) => ({
    ...figure,
    ratio: ratioOf(figure),
    reached: isReached(figure),
  }));
  await mkdir(path.dirname(resultFile), { recursive: true });
  await writeFile(resultFile, `${JSON.stringify({ ...about, figures: all }, null, 2)}\n`);
}
