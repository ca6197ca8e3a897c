import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";

const folder = "lib/interchange";
const ours = ["kialo", "argdown", "aif", "polis", "graph.ts", "outline-to-bundle.ts", "readers.ts"];

/** What the readers may say, as it stands in their code. */
function codes(): string[] {
  const files = ours.flatMap((name) =>
    name.endsWith(".ts")
      ? [path.join(folder, name)]
      : readdirSync(path.join(folder, name)).map((file) => path.join(folder, name, file)),
  );
  const found = files.flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(
      /(?:code:|code =|#note\(|#fail\(|fail\(|say\.\w+\()[^\n;]{0,60}?"([A-Z]+_[A-Z_]+|SYNTAX|CIRCLE)"/g,
    ),
  ]);
  return [...new Set(found.map((match) => match[1]!))].sort();
}

test("Everything a reader of another format may say has words", () => {
  const words = translator("interchange.problems");
  const said = codes();
  expect(said.length).toBeGreaterThan(35);
  expect(said.filter((code) => !words.has(code))).toEqual([]);
});
