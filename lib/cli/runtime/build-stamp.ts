/** Is there a finished build of exactly these sources? */
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { checkout } from "@/lib/db/embedded/home";

const sources = [
  "app",
  "components",
  "lib",
  "prisma",
  "public",
  "server.ts",
  "instrumentation.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
/** Parts that the web pages are not made of, or that are made from the rest. */
const leftOut = new Set([
  "lib/db/generated",
  "lib/cli",
  "prisma/seed",
  "prisma/migrations",
  "public/reader.js",
]);

/** A hash over the names and contents of every source file under `root`. */
export async function sourceHash(root = checkout): Promise<string> {
  const hash = createHash("sha256");
  for (const name of sources) {
    for (const file of await filesIn(root, name)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(path.join(root, file)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

export async function buildIsCurrent(root = checkout): Promise<boolean> {
  const stamp = await readFile(stampFile(root), "utf8").catch(() => "");
  return stamp !== "" && stamp === (await sourceHash(root));
}

/** Forgets the build before another one begins, so that a broken-off one is never served. */
export async function forgetBuild(root = checkout): Promise<void> {
  await rm(stampFile(root), { force: true });
}

export async function rememberBuild(hash: string, root = checkout): Promise<void> {
  await writeFile(stampFile(root), hash);
}

function stampFile(root: string): string {
  return path.join(root, ".next", "counterpoint-sources");
}

/** The files at or below `name`, as sorted paths with forward slashes. */
async function filesIn(root: string, name: string): Promise<string[]> {
  if (leftOut.has(name)) return [];
  const entries = await readdir(path.join(root, name), { withFileTypes: true }).catch(() => null);
  if (entries === null)
    return readFile(path.join(root, name)).then(
      () => [name],
      () => [],
    );
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = `${name}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesIn(root, below)));
    else if (entry.isFile() && !entry.name.startsWith(".")) found.push(below);
  }
  return found;
}
