import type { ImportFormat } from "./schema";
import { decoded } from "./decode";

/** Bytes of a file's beginning that say what it is. */
export const tellingBytes = 64 * 1024;

const polisFile = /(^|[^a-z])(comments|votes|participants?-votes|comment-groups|summary)\.csv$/i;

/**
 * What a file is, by what stands in it and, where that says nothing, by its name.
 *
 * @param bytes its beginning, at best `tellingBytes` of it
 * @returns null when it is none of the formats
 */
export function detectFormat(bytes: Uint8Array, fileName = ""): ImportFormat | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return "polis-csv";
  const text = decoded(bytes.subarray(0, tellingBytes)).replace(/^\uFEFF/, "");
  if (text.trimStart().startsWith("{")) return ofJson(text);
  const lines = text.split(/\r\n|\n|\r/, 200);
  if (isPolis(lines[0] ?? "", fileName)) return "polis-csv";
  if (isKialo(lines)) return "kialo";
  return isArgdown(lines, fileName) ? "argdown" : null;
}

function ofJson(text: string): ImportFormat {
  if (text.includes('"counterpoint-debate"')) return "json";
  const graph = /"nodes"\s{0,20}:/.test(text) && /"nodeID"|"AIF"|"edges"/.test(text);
  return graph ? "aif" : "json";
}

function isPolis(header: string, fileName: string): boolean {
  const columns = header.split(",").map((name) => name.trim());
  const known = ["comment-id", "participant", "comment-body", "voter-id"];
  return columns.some((name) => known.includes(name)) || polisFile.test(fileName);
}

function isKialo(lines: readonly string[]): boolean {
  const said = lines.filter((line) => line.trim()).slice(0, 20);
  if (said.some((line) => /^\s{0,20}Discussion (Title|Name):/i.test(line))) return true;
  return said.some((line) => /^\s{0,80}(\d{1,9}\.){2,}\s{1,4}(Pro|Con)\s{0,4}(:|$)/i.test(line));
}

function isArgdown(lines: readonly string[], fileName: string): boolean {
  if (/\.(argdown|adown|ad)$/i.test(fileName)) return true;
  const statement =
    /^\s{0,200}(?:[+\-_]>?|<?[+\-_]|><)?\s{0,4}(?:\[[^\]]{1,300}\]|<[^<>]{1,300}>)(?::|\s|$)/;
  return lines.some((line) => statement.test(line));
}
