/** The script of the reader's edition, built from TypeScript into public/reader.js. */
import path from "node:path";
import { build, type BuildOptions } from "esbuild";
import { checkout } from "@/lib/db/embedded/home";

/** @returns the script as it is sent, for today's browsers and those of two years ago */
export async function readerScript(): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...options, write: false as const });
  return outputFiles[0]!.contents;
}

/** Writes public/reader.js. Takes a few hundredths of a second, so it is done at every start. */
export async function buildReaderScript(): Promise<void> {
  await build(options);
}

const options: BuildOptions = {
  entryPoints: [path.join(checkout, "components/reader/main.ts")],
  outfile: path.join(checkout, "public/reader.js"),
  tsconfig: path.join(checkout, "tsconfig.json"),
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022", "chrome111", "firefox114", "safari16.4"],
  charset: "utf8",
  logLevel: "error",
};
