import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ImportFile } from "@/lib/interchange/formats";
import { fileOf } from "./import-files";

const folder = join(process.cwd(), "tests/fixtures/interchange");

/** A file of ours in another system's format. */
export const fixture = (path: string): string => readFileSync(join(folder, path), "utf8");

/** All files of one folder of them. */
export const fixtureFiles = (path: string): ImportFile[] =>
  readdirSync(join(folder, path)).map((name) =>
    fileOf(name, readFileSync(join(folder, path, name))),
  );
