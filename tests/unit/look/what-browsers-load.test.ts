import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** The files that a file brings along when it runs: no types, and nothing behind a Server Action. */
function broughtBy(file: string): string[] {
  const code = readFileSync(file, "utf8");
  if (code.startsWith('"use server"')) return [];
  const found = code.matchAll(/^(?:import|export)\s+(?!type\s)([^;]*?)from "([^"]+)";/gms);
  return [...found]
    .filter(([, names]) => !/^\{(\s*type [^,}]+,?)+\s*\}\s*$/.test(names!))
    .map(([, , source]) => placeOf(file, source!));
}

function placeOf(file: string, source: string): string {
  if (!source.startsWith("@/") && !source.startsWith(".")) return source;
  const bare = source.startsWith("@/") ? source.slice(2) : path.join(path.dirname(file), source);
  return [`${bare}.ts`, `${bare}.tsx`].find(existsSync) ?? bare;
}

/** The way from a file to a library, or null. */
function wayTo(library: string, file: string, way: string[] = []): string[] | null {
  if (file === library) return [...way, file];
  if (!existsSync(file) || way.includes(file)) return null;
  for (const next of broughtBy(file)) {
    const found = wayTo(library, next, [...way, file]);
    if (found) return found;
  }
  return null;
}

const clientFiles = readdirSync("components", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => path.join("components", file))
  .filter((file) => readFileSync(file, "utf8").startsWith('"use client"'));

test("Nobody's browser loads the library that checks input, for the sake of a limit or a word", () => {
  expect(clientFiles.length).toBeGreaterThan(20);
  const ways = clientFiles.flatMap((file) => wayTo("zod", file)?.join(" → ") ?? []);
  expect(ways).toEqual([]);
});
