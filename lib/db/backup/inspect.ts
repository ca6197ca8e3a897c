/** Reads a whole backup and compares it with what it says about itself. Needs no database. */
import path from "node:path";
import { readArchive } from "@/lib/db/backup/archive";
import {
  formatName,
  formatVersion,
  manifestName,
  manifestSchema,
  type Manifest,
} from "@/lib/db/backup/manifest";
import { Measure } from "@/lib/db/backup/measure";
import { Refusal } from "@/lib/db/problem";

/** The table a part belongs to. */
export function tableOf(partName: string): string | undefined {
  return /^tables\/([^/]+)\/\d+\.copy$/.exec(partName)?.[1];
}

/** @throws Refusal when anything is missing, damaged, or of a newer format */
export async function inspectBackup(
  file: string,
  onProgress: (bytesRead: number) => void = () => undefined,
): Promise<Manifest> {
  const found = new Map<string, Measure>();
  let manifest: Manifest | undefined;
  let read = 0;
  for await (const { name, bytes } of readArchive(file)) {
    if (manifest) throw damaged(file, "something follows its manifest");
    if (name === manifestName) manifest = readManifest(file, bytes.toString("utf8"));
    const table = tableOf(name);
    if (table === undefined) continue;
    const measure = found.get(table) ?? new Measure();
    found.set(table, measure);
    measure.add(bytes);
    onProgress((read += bytes.length));
  }
  if (!manifest) throw damaged(file, "its manifest is missing");
  for (const { name, rows, bytes, sha256 } of manifest.tables) {
    const is = (found.get(name) ?? new Measure()).result();
    if (is.rows !== rows || is.bytes !== bytes || is.sha256 !== sha256) {
      throw damaged(file, `the table ${name} is not what was written`);
    }
    found.delete(name);
  }
  if (found.size > 0) throw damaged(file, `nothing is said of ${[...found.keys()].join(", ")}`);
  return manifest;
}

function readManifest(file: string, text: string): Manifest {
  const told = parseJson(text);
  const parsed = manifestSchema.safeParse(told);
  if (parsed.success) return parsed.data;
  const { format, version } = (told ?? {}) as { format?: unknown; version?: unknown };
  if (format === formatName && typeof version === "number" && version > formatVersion) {
    throw new Refusal(
      `${path.basename(file)} was made by a newer version of Counterpoint, in a form that this one does not read. Restore it with that version.`,
    );
  }
  throw damaged(file, "its manifest cannot be read");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(file: string, how: string): Refusal {
  return new Refusal(`${path.basename(file)} is damaged: ${how}. Nothing was changed.`);
}
