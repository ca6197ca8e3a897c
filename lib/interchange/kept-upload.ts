import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { DomainError } from "@/lib/shared/errors";
import type { ImportFile } from "./formats";
import { importFormats, importLimits } from "./schema";

/**
 * Files on their way in, on this machine's disk: from the request that carries one until it is
 * brought in, an hour at most. Only who sent a file finds it again.
 */
const folder = () => path.join(tmpdir(), `counterpoint-imports-${process.getuid?.() ?? "here"}`);
const hour = 3_600_000;

const aboutSchema = z.object({ name: z.string(), format: z.enum(importFormats).optional() });
export type KeptUpload = z.output<typeof aboutSchema> & { file: ImportFile };

/** @throws DomainError FILE_TOO_LARGE */
export async function spool(
  body: AsyncIterable<Uint8Array>,
  name: string,
): Promise<{ file: ImportFile; path: string; hash: string }> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await forgetOld();
  const target = path.join(folder(), `${randomBytes(16).toString("hex")}.part`);
  const hash = createHash("sha256");
  const handle = await open(target, "wx", 0o600);
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > importLimits.file) throw new DomainError("FILE_TOO_LARGE");
      hash.update(chunk);
      await handle.write(chunk);
    }
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return { file: onDisk(target, name, size), path: target, hash: hash.digest("hex") };
}

/** Keeps a spooled file for its sender. @returns the name by which it is found again */
export async function keep(
  userId: number,
  spooled: { path: string; hash: string },
  about: z.input<typeof aboutSchema>,
): Promise<string> {
  const target = placeOf(userId, spooled.hash);
  await writeFile(`${target}.json`, JSON.stringify(about), { mode: 0o600 });
  await rename(spooled.path, target);
  return spooled.hash;
}

/** Null when it is not there, or no longer, or somebody else's. */
export async function findKept(userId: number, hash: string): Promise<KeptUpload | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  const target = placeOf(userId, hash);
  try {
    const about = aboutSchema.parse(JSON.parse(await readFile(`${target}.json`, "utf8")));
    const { size } = await stat(target);
    return { ...about, file: onDisk(target, about.name, size) };
  } catch {
    return null;
  }
}

export async function forget(userId: number, hash: string): Promise<void> {
  const target = placeOf(userId, hash);
  await rm(target, { force: true });
  await rm(`${target}.json`, { force: true });
}

/** A file on this machine. */
export function onDisk(file: string, name: string, size: number): ImportFile {
  return { name, size, read: () => createReadStream(file) as AsyncIterable<Uint8Array> };
}

const placeOf = (userId: number, hash: string) => path.join(folder(), `${userId}-${hash}`);

async function forgetOld(): Promise<void> {
  for (const name of await readdir(folder())) {
    const file = path.join(folder(), name);
    const age = await stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > hour) await rm(file, { force: true });
  }
}
