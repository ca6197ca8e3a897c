import { Unzip, UnzipInflate } from "fflate";
import type { ImportFile } from "../formats";

/** The files of a Polis export by what they are called there. */
export type PolisFiles = {
  summary?: ImportFile;
  comments?: ImportFile;
  votes?: ImportFile;
  participants?: ImportFile;
};

const names: [RegExp, keyof PolisFiles][] = [
  [/participants?-votes\.csv$/i, "participants"],
  [/(^|[^a-z-])votes\.csv$/i, "votes"],
  [/(^|[^a-z-])comments\.csv$/i, "comments"],
  [/(^|[^a-z-])summary\.csv$/i, "summary"],
];

/** Bytes that a zip may become: more is no export but a trap. */
const mostUnpacked = 512 * 1024 * 1024;

/**
 * Finds the files of an export, in a folder or in one zip.
 *
 * @returns null when a zip cannot be read or becomes too large
 */
export async function polisFiles(files: readonly ImportFile[]): Promise<PolisFiles | null> {
  const zip = files.length === 1 ? files[0]! : null;
  const all = zip && /\.zip$/i.test(zip.name) ? await unpacked(zip) : files;
  if (!all) return null;
  const found: PolisFiles = {};
  for (const file of all) {
    const kind = names.find(([pattern]) => pattern.test(file.name))?.[1];
    if (kind && !found[kind]) found[kind] = file;
  }
  return found;
}

async function unpacked(zip: ImportFile): Promise<ImportFile[] | null> {
  const files: ImportFile[] = [];
  let size = 0;
  let broken = false;
  const unzip = new Unzip((entry) => {
    const name = entry.name.slice(entry.name.lastIndexOf("/") + 1);
    if (!names.some(([pattern]) => pattern.test(name)) || entry.name.startsWith("__MACOSX")) return;
    const chunks: Uint8Array[] = [];
    let own = 0;
    entry.ondata = (error, chunk, final) => {
      size += chunk?.length ?? 0;
      own += chunk?.length ?? 0;
      broken ||= error !== null || size > mostUnpacked;
      if (!broken && chunk) chunks.push(chunk);
      if (final && !broken) files.push({ name, size: own, read: () => streamOf(chunks) });
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of zip.read()) {
      unzip.push(chunk);
      if (broken) return null;
    }
    unzip.push(new Uint8Array(0), true);
  } catch {
    return null;
  }
  return broken ? null : files;
}

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** No line of an export is longer; without a limit a file of one line would be copied again and again. */
const longestLine = 4 * 1024 * 1024;

/** The lines of a file, without holding it. */
export async function* linesOf(file: ImportFile): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const chunk of file.read()) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    if (rest.length > longestLine) {
      lines.push(rest);
      rest = "";
    }
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
  }
  rest += decoder.decode();
  if (rest) yield rest.endsWith("\r") ? rest.slice(0, -1) : rest;
}
