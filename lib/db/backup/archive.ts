/**
 * The file of a backup: a gzipped tar, so that `tar -tzf` can look inside without Counterpoint.
 * Its parts are small, so that neither side holds more than one of them in memory.
 */
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { chmod, rename } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { pipeline as join, Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { Refusal } from "@/lib/db/problem";

export interface Part {
  name: string;
  bytes: Buffer;
}

const block = 512;
const largestPart = 64 * 1024 * 1024;

/**
 * Writes the parts into a new file that only its owner can read: whole, or not at all.
 * What a broken-off run has begun is removed, also when the process is told to exit.
 */
export async function writeArchive(file: string, parts: AsyncIterable<Part>): Promise<void> {
  const partial = `${file}.partial`;
  const sweep = () => rmSync(partial, { force: true });
  sweep(); // what a killed process left
  process.once("exit", sweep);
  try {
    const out = createWriteStream(partial, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(Readable.from(asTar(parts)), createGzip(), out);
    await chmod(partial, 0o600);
    await rename(partial, file);
  } catch (error) {
    sweep();
    throw error;
  } finally {
    process.off("exit", sweep);
  }
}

/** The parts of an archive, in order. @throws Refusal when it is damaged, cut off or no archive. */
export async function* readArchive(file: string): AsyncGenerator<Part> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  join(source, unpacked, () => undefined); // an error reaches whoever reads
  const bytes = new Bytes(unpacked);
  try {
    for (;;) {
      const header = await bytes.take(block);
      if (header.every((byte) => byte === 0)) break;
      const { name, size } = readHeader(header);
      const body = await bytes.take(size);
      await bytes.take(padding(size));
      yield { name, bytes: body };
    }
    await bytes.finish();
  } catch (error) {
    throw inWords(error, file);
  } finally {
    unpacked.destroy();
  }
}

async function* asTar(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
  const seconds = Math.floor(Date.now() / 1000);
  for await (const { name, bytes } of parts) {
    yield makeHeader(name, bytes.length, seconds);
    yield bytes;
    yield Buffer.alloc(padding(bytes.length));
  }
  yield Buffer.alloc(2 * block); // how a tar ends
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}

/** The header of a plain file in the format ustar. */
function makeHeader(name: string, size: number, seconds: number): Buffer {
  const header = Buffer.alloc(block);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, "0");
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for a tar.`);
  header.write(name, 0);
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(size, 11), 124);
  header.write(octal(seconds, 11), 136);
  header.write("0", 156);
  header.write("ustar\u000000", 257);
  header.write(`${octal(checksum(header), 6)}\0 `, 148);
  return header;
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) =>
    header.toString("utf8", from, from + length).replace(/\0.*$/s, "");
  const size = Number.parseInt(text(124, 12), 8);
  const sound =
    Number.parseInt(text(148, 8), 8) === checksum(header) &&
    text(257, 5) === "ustar" &&
    size >= 0 &&
    size <= largestPart;
  if (!sound) throw new Damaged();
  return { name: text(0, 100), size };
}

/** The sum of a header's bytes, its own place taken as spaces. */
function checksum(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}

class Damaged extends Error {}

/** A stream read in pieces of wanted lengths. */
class Bytes {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    const pieces = [this.rest];
    let have = this.rest.length;
    while (have < length) {
      const { value, done } = await this.chunks.next();
      if (done) throw new Damaged();
      pieces.push(value);
      have += value.length;
    }
    const all = pieces.length === 1 ? this.rest : Buffer.concat(pieces);
    this.rest = all.subarray(length);
    return all.subarray(0, length);
  }

  /** Reads to the end, where gzip's own checksum stands; nothing but zeros may come. */
  async finish(): Promise<void> {
    for (let chunk = this.rest; ;) {
      if (chunk.some((byte) => byte !== 0)) throw new Damaged();
      const { value, done } = await this.chunks.next();
      if (done) return;
      chunk = value;
    }
  }
}

function inWords(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof Damaged || code.startsWith("Z_") || code.startsWith("ERR_OUT_OF_RANGE")) {
    return new Refusal(
      `${path.basename(file)} is damaged, incomplete, or not a backup of Counterpoint. Nothing was changed.`,
    );
  }
  if (code === "ENOENT") return new Refusal(`There is no file ${file}.`);
  if (code === "EACCES") return new Refusal(`${file} cannot be read by this account.`);
  if (code === "EISDIR") return new Refusal(`${file} is a folder, not a backup.`);
  return error;
}
