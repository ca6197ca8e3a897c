/** What `debate import`, `import polis` and `import kialo` have in common. */
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { ImportFile } from "@/lib/interchange/formats";
import type { ImportFormat } from "@/lib/interchange/schema";
import { answer, UsageError, type Options } from "./answer";
import { callersPath } from "./callers-path";
import { withProgress } from "./progress";

export type Import = Options & { format?: ImportFormat; dryRun?: boolean; open?: boolean };

/** Reads the files of one debate, prints the report, and brings it in unless only that was wanted. */
export async function bringIn(names: readonly string[], options: Import): Promise<void> {
  const { importFiles } = await import("@/lib/interchange/commands/import-files");
  const { wordReport } = await import("@/lib/interchange/wording");
  const { translator } = await import("@/lib/i18n/translator");
  const files = (await Promise.all(names.map(filesAt))).flat();
  if (!options.json && process.stderr.isTTY) process.stderr.write("Reading …\n");
  const outcome = await withProgress("Bringing in", options, (onProgress) =>
    importFiles(null, files, {
      format: options.format,
      dryRun: options.dryRun ?? false,
      publish: options.open ?? false,
      onProgress,
    }),
  );
  const report = wordReport(outcome.report, translator("interchange.problems"));
  const lines = report.problems.map(({ severity, message, file, line, path: place }) => {
    const where = [file, line && `line ${line}`, place].filter(Boolean).join(", ");
    return `${severity}: ${where ? `${where}: ` : ""}${message}`;
  });
  answer({ report, debate: outcome.debate }, options, lines.join("\n"));
  if (report.problems.some(({ severity }) => severity === "error")) process.exitCode = 1;
}

/** A file, or those in a folder. */
async function filesAt(name: string): Promise<ImportFile[]> {
  const { onDisk } = await import("@/lib/interchange/kept-upload");
  const full = callersPath(name);
  const found = await stat(full).catch(() => {
    throw new UsageError(`There is no file ${full}.`);
  });
  if (!found.isDirectory()) return [onDisk(full, path.basename(full), found.size)];
  const entries = (await readdir(full, { withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(
    entries.map(async (entry) => {
      const file = path.join(full, entry.name);
      return onDisk(file, entry.name, (await stat(file)).size);
    }),
  );
}
