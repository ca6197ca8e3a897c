import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseArgdown, parseEach } from "@/lib/interchange/argdown/parse";
import { readArgdown } from "@/lib/interchange/argdown/read";
import { writeStatement, writeTop } from "@/lib/interchange/argdown/write";
import type { Outline, Reading } from "@/lib/interchange/outline";
import { outlines, withoutLines } from "./outlines";

const documents = {
  reconstructed: `===
title: The pool at night
===

[motion]: The pool should stay open at night.
  + <Shift workers>: Those who work late swim late.
    - Few of them swim.
  - <Noise>: Neighbours want to sleep.

<Shift workers>

(1) Many work until ten.
-----
(2) [motion]
`,
};

const written = (outline: Outline): string =>
  writeTop(outline) + outline.nodes.map(writeStatement).join("");

async function read(text: string): Promise<Reading> {
  const { parsed, problems } = await parseArgdown(text);
  return parsed ? readArgdown(parsed) : { outline: null, problems };
}

describe("Argdown", () => {
  test("A premise supports its argument, an argument its conclusion, an undercut attacks", async () => {
    const { outline, problems } = await read(documents.reconstructed);
    expect(problems).toEqual([]);
    expect(outline!.motion).toBe("The pool should stay open at night.");
    expect(
      outline!.nodes.map(({ number, stance, title, body }) => [number, stance, title, body]),
    ).toEqual([
      ["1", "SUPPORT", "Shift workers", "Those who work late swim late."],
      ["1.1", "OPPOSE", "Few of them swim.", ""],
      ["1.2", "SUPPORT", "Many work until ten.", ""],
      ["2", "OPPOSE", "Noise", "Neighbours want to sleep."],
    ]);
  });

  test("A mistake in the document is reported with its line", async () => {
    const { outline, problems } = await read("[A]: One claim\n\n  + [B]: after an empty line\n");
    expect(outline).toBeNull();
    expect(problems[0]).toMatchObject({ severity: "error", code: "SYNTAX", line: 3 });
  });

  test("What attacks two statements stays below the first and is reported", async () => {
    const { outline, problems } = await read(
      "[motion]: M\n  + [A]\n    - [C]\n  + [B]\n    - [C]\n",
    );
    expect(outline!.nodes.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "1 A",
      "1.1 C",
      "2 B",
    ]);
    expect(problems).toMatchObject([{ severity: "warning", code: "SECOND_PARENT", line: 5 }]);
  });

  test("A debate written and parsed by Argdown's own library comes back as it was", async () => {
    const samples = fc.sample(outlines(), { numRuns: 150, seed: Date.now() });
    const answers = await parseEach(samples.map(written));
    for (const [index, outline] of samples.entries()) {
      const { parsed, problems } = answers[index]!;
      expect(problems, written(outline)).toEqual([]);
      expect(withoutLines(readArgdown(parsed!).outline!), written(outline)).toEqual(outline);
    }
  });
});
