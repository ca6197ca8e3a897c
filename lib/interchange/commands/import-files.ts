import "server-only";
import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { Bundle } from "../bundle";
import { checkBundle } from "../check-bundle";
import { detectFormat, tellingBytes } from "../detect";
import type { ImportFile } from "../formats";
import { readJson } from "../json/read";
import { readers } from "../readers";
import { noCounts, Problems, type Report } from "../report";
import { canImport } from "../rules";
import type { ImportFormat } from "../schema";
import { siteSigningKey } from "../signing";
import { insertChecked, type ImportedDebate } from "./import-bundle";

export type ImportFilesInput = {
  /** Found out from the files when left out. */
  format?: ImportFormat | undefined;
  /** Only reports what would happen. */
  dryRun: boolean;
  /** See `importBundle`. */
  publish: boolean;
  /** Told how many of the arguments, votes and comments are in. */
  onProgress?: (done: number, total: number) => void;
};

export type ImportOutcome = {
  report: Report;
  /** Null after a dry run, and when the report has errors. */
  debate: ImportedDebate | null;
};

/**
 * Reads the files of one debate, reports what stands in them, and brings the debate in unless only
 * the report was wanted or it has errors.
 *
 * @param actor null for whoever runs the site, from the command line
 * @throws DomainError the refusal of `canImport`
 */
export async function importFiles(
  actor: Actor | null,
  files: readonly ImportFile[],
  { format: wanted, dryRun, publish, onProgress }: ImportFilesInput,
): Promise<ImportOutcome> {
  if (actor) assertGranted(canImport(actor));
  const format = wanted ?? (await formatOf(files));
  if (!format) return { report: unknownFormat(), debate: null };
  const fileHash = await hashOf(files);
  const problems = new Problems();
  const { bundle, genuine } = await parse(format, files, problems);
  const counts = bundle ? await checkBundle(bundle, problems) : noCounts;
  const before = await importedBefore(fileHash);
  if (before && dryRun) {
    const params = { title: before.title };
    problems.add({ severity: "note", code: "IMPORTED_BEFORE", params });
  }
  const { title = "", motion = "" } = bundle?.head.debate ?? {};
  const report = {
    ...{ format, title: String(title), motion: String(motion), counts },
    ...{ problems: problems.list(), omitted: problems.omitted },
  };
  if (dryRun || !bundle || problems.errors > 0) return { report, debate: null };
  const total = counts.arguments + counts.votes + counts.comments;
  let done = 0;
  const onInserted = (count: number) => onProgress?.((done += count), total);
  const options = { format, fileHash, publish, ours: genuine, onInserted };
  return { report, debate: await insertChecked(actor, bundle, options) };
}

async function parse(
  format: ImportFormat,
  files: readonly ImportFile[],
  problems: Problems,
): Promise<{ bundle: Bundle | null; genuine: boolean }> {
  const parsed =
    format === "json"
      ? await readJson(files, siteSigningKey()?.publicKey ?? null)
      : { ...(await readers[format](files)), genuine: false };
  problems.addAll(parsed.problems);
  return parsed;
}

async function formatOf(files: readonly ImportFile[]): Promise<ImportFormat | null> {
  const [file] = files;
  if (!file) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.read()) {
    chunks.push(chunk);
    if ((size += chunk.length) >= tellingBytes) break;
  }
  return detectFormat(Buffer.concat(chunks), file.name);
}

function unknownFormat(): Report {
  return {
    ...{ format: "json", title: "", motion: "", counts: noCounts, omitted: 0 },
    problems: [{ severity: "error", code: "FORMAT_UNKNOWN" }],
  };
}

/** SHA-256 of the bytes; of several files, of their names and hashes. */
async function hashOf(files: readonly ImportFile[]): Promise<string> {
  const hashes: string[] = [];
  for (const file of files) {
    const hash = createHash("sha256");
    for await (const chunk of file.read()) hash.update(chunk);
    hashes.push(files.length === 1 ? hash.digest("hex") : `${file.name} ${hash.digest("hex")}`);
  }
  if (hashes.length === 1) return hashes[0]!;
  return createHash("sha256").update(hashes.sort().join("\n")).digest("hex");
}

async function importedBefore(fileHash: string): Promise<{ title: string } | null> {
  const record = await db.importRecord.findUnique({
    where: { fileHash },
    select: { debate: { select: { title: true } } },
  });
  return record?.debate ?? null;
}
