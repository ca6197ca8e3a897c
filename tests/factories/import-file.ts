import type { ImportFile } from "@/lib/interchange/formats";

/** Text as a file that arrives in pieces of so many bytes. */
export function fileOf(
  text: string | Uint8Array,
  name = "debate.json",
  piece = 65_536,
): ImportFile {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return {
    name,
    size: bytes.length,
    read: async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}
