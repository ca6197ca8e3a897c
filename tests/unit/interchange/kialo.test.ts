import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKialo } from "@/lib/interchange/kialo/read";
import { IndentedWriter, writeOnLine, writeTopOnLines } from "@/lib/interchange/kialo/write";
import type { Outline } from "@/lib/interchange/outline";
import { hostileText, outlines, withoutLines } from "./outlines";

const onLines = (outline: Outline): string =>
  writeTopOnLines(outline) + outline.nodes.map(writeOnLine).join("");

function indented(outline: Outline): string {
  const writer = new IndentedWriter();
  const claims = outline.nodes.map((node) => writer.claim(node)).join("");
  return writer.top(outline) + claims + [...writer.end()].join("");
}

describe("Kialo text", () => {
  test.each([
    ["one line a claim", onLines],
    ["two lines a claim", indented],
  ])("A debate written with %s comes back as it was, whatever its texts say", (_, write) => {
    fc.assert(
      fc.property(outlines(), (outline) => {
        const { outline: read, problems } = readKialo(write(outline));
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(withoutLines(read!)).toEqual(outline);
      }),
      { numRuns: 120 },
    );
  });

  test("No text makes the reader fall over", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 30 }), (lines) => {
        readKialo(lines.join("\n"));
      }),
      { numRuns: 120 },
    );
  });
});
