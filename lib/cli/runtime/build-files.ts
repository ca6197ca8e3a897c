/** The files that browsers load, compressed once when the pages are built, and served as they lie. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { checkout } from "@/lib/db/embedded/home";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const worthIt = /\.(js|css|svg|json|txt|html|xml|webmanifest)$/;
const smallest = 512;

/** Copies what Next has built and what lies in `public` to where the server looks for them. */
export async function buildFiles(): Promise<void> {
  const built = path.join(checkout, ".next");
  const files = path.join(built, "counterpoint", "files");
  await rm(files, { recursive: true, force: true });
  await cp(path.join(checkout, "public"), files, { recursive: true });
  await cp(path.join(built, "static"), path.join(files, "_next", "static"), { recursive: true });
  await compressIn(files);
}

/** Writes `name.br` and `name.gz` beside every file that gets smaller by it. */
async function compressIn(folder: string): Promise<void> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !worthIt.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const plain = await readFile(file);
    if (plain.length < smallest) continue;
    await writeFile(`${file}.br`, await brotli(plain, { params }));
    await writeFile(`${file}.gz`, await zip(plain, { level: 9 }));
  }
}
