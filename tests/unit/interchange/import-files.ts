import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ImportFile } from "@/lib/interchange/formats";

/** A file of a text, or of bytes, read in small pieces. */
export function fileOf(name: string, content: string | Uint8Array): ImportFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    read: async function* () {
      for (let from = 0; from < bytes.length; from += 65_536)
        yield bytes.subarray(from, from + 65_536);
    },
  };
}

export const realExports = join(process.cwd(), "../shared/data/polis-opendata");
export const conversations = existsSync(realExports)
  ? readdirSync(realExports, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];

/** The files of one real conversation. */
export function conversation(name: string): ImportFile[] {
  const folder = join(realExports, name);
  return readdirSync(folder).map((file) => fileOf(file, readFileSync(join(folder, file))));
}
