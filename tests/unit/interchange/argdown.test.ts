import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseArgdown, parseEach } from "@/lib/interchange/argdown/parse";
import { readArgdown } from "@/lib/interchange/argdown/read";
import { writeStatement, writeTop } from "@/lib/interchange/argdown/write";
import type { Outline, Reading } from "@/lib/interchange/outline";
import { outlines, withoutLines } from "./outlines";

const written = (outline: Outline): string =>
  writeTop(outline) + outline.nodes.map(writeStatement).join("");

async function read(text: string): Promise<Reading> {
  const { parsed, problems } = await parseArgdown(text);
  return parsed ? readArgdown(parsed) : { outline: null, problems };
}

describe("Argdown", () => {
  test("A debate written and parsed by Argdown's own library comes back as it was", async () => {
    const samples = fc.sample(outlines(), { numRuns: 600, seed: Date.now() });
    const answers = await parseEach(samples.map(written));
    for (const [index, outline] of samples.entries()) {
      const { parsed, problems } = answers[index]!;
      expect(problems, written(outline)).toEqual([]);
      expect(withoutLines(readArgdown(parsed!).outline!), written(outline)).toEqual(outline);
    }
  });
});
