import type { ImportFile } from "./formats";

/** Text of bytes that may begin with a byte order mark: UTF-8, or UTF-16 when it says so. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

/** The whole text of a file. */
export async function textOf(file: ImportFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  return decoded(Buffer.concat(chunks));
}
