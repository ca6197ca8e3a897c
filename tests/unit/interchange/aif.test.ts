import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAif } from "@/lib/interchange/aif/read";
import { writeAif } from "@/lib/interchange/aif/write";
import type { Outline } from "@/lib/interchange/outline";
import { outlines, withoutLines } from "./outlines";

const at = "2026-11-24T08:00:00.000Z";

async function written({ nodes, ...top }: Outline): Promise<string> {
  let text = "";
  for await (const part of writeAif({ ...top, at }, () => nodes.map((node) => ({ node, at }))))
    text += part;
  return text;
}

describe("AIF", () => {
  test("A debate written as AIF comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(outlines(), async (outline) => {
        const answer = readAif(await written(outline));
        expect(answer.problems).toEqual([]);
        expect(withoutLines(answer.outline!)).toEqual(outline);
      }),
      { numRuns: 120 },
    );
  });
});
