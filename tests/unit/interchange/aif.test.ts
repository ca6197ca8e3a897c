import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAif } from "@/lib/interchange/aif/read";
import { writeAif } from "@/lib/interchange/aif/write";
import type { Outline } from "@/lib/interchange/outline";
import { fixture } from "./fixtures";
import { outlines, withoutLines } from "./outlines";

const at = "2026-11-24T08:00:00.000Z";

async function written({ nodes, ...top }: Outline): Promise<string> {
  let text = "";
  for await (const part of writeAif({ ...top, at }, () => nodes.map((node) => ({ node, at }))))
    text += part;
  return text;
}

describe("AIF", () => {
  test("Inferences support, conflicts attack, other nodes are left out and named", () => {
    const { outline, problems } = readAif(fixture("aif/inference-and-conflict.json"));
    expect(outline!.motion).toBe("The pool should stay open at night.");
    expect(
      outline!.nodes.map(({ number, stance, title, line }) => [number, stance, title, line]),
    ).toEqual([
      ["1", "SUPPORT", "Those who work late swim late.", 4],
      ["1.1", "OPPOSE", "Working late says nothing about swimming.", 8],
      ["2", "OPPOSE", "Neighbours want to sleep.", 6],
    ]);
    expect(problems).toEqual([
      { severity: "warning", code: "NODES_LEFT_OUT", params: { type: "L", count: 1 }, line: 10 },
      { severity: "warning", code: "NODES_LEFT_OUT", params: { type: "YA", count: 1 }, line: 11 },
    ]);
  });

  test("A text changed by another tool counts, not what stood beside it", async () => {
    const [outline] = fc.sample(outlines(1), { numRuns: 1, seed: 1 });
    const document = JSON.parse(await written(outline!)) as { nodes: { text: string }[] };
    document.nodes[1]!.text = "Said otherwise.";
    expect(readAif(JSON.stringify(document)).outline!.nodes[0]!.title).toBe("Said otherwise.");
  });

  test("Circles are broken and named", () => {
    const scheme = (id: number, from: string, to: string) => [
      { edgeID: id * 2, fromID: from, toID: `s${id}` },
      { edgeID: id * 2 + 1, fromID: `s${id}`, toID: to },
    ];
    const { outline, problems } = readAif(
      JSON.stringify({
        nodes: [
          ...["a", "b", "c"].map((nodeID) => ({ nodeID, text: nodeID, type: "I" })),
          ...["s1", "s2", "s3"].map((nodeID) => ({ nodeID, text: "", type: "RA" })),
        ],
        edges: [...scheme(1, "a", "b"), ...scheme(2, "b", "c"), ...scheme(3, "c", "a")],
      }),
    );
    expect(outline!.nodes.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "1 b",
      "1.1 a",
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["CIRCLE"]);
  });

  test.each([
    ['{"nodes": [\n  {"nodeID": 1,\n]}', 3],
    ['{"edges": []}', 1],
    ["[]", 1],
  ])("%j is none, and the line is named", (text, line) => {
    expect(readAif(text)).toMatchObject({
      outline: null,
      problems: [{ severity: "error", code: "NOT_AIF", line }],
    });
  });

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
