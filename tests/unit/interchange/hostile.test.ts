import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAif } from "@/lib/interchange/aif/read";
import { parseEach } from "@/lib/interchange/argdown/parse";
import { readArgdown } from "@/lib/interchange/argdown/read";
import type { BundleArgument, BundleVote } from "@/lib/interchange/bundle";
import { detectFormat } from "@/lib/interchange/detect";
import { readKialo } from "@/lib/interchange/kialo/read";
import { bundleOf } from "@/lib/interchange/outline-to-bundle";
import { commentRows, rowsOf, strictCells } from "@/lib/interchange/polis/csv";
import { readPolis } from "@/lib/interchange/polis/read";
import { writePolis } from "@/lib/interchange/polis/write";
import { fixture, fixtureFiles } from "./fixtures";
import { fileOf } from "./import-files";
import { hostileText } from "./outlines";

const lines = fc.array(hostileText, { maxLength: 20 }).map((parts) => parts.join("\n"));

/** Parts of a file in another order, twice or not at all. */
const shuffled = (path: string) => {
  const parts = fixture(path).split(/(?<=[\n,{}[\]"])/);
  return fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((some) => some.join(""));
};

describe("Whatever stands in a file", () => {
  test("is read as Kialo's text or reported", () => {
    fc.assert(
      fc.property(fc.oneof(lines, shuffled("kialo/two-lines-a-claim.txt")), (text) => {
        const { outline, problems } = readKialo(text);
        if (outline) bundleOf(outline, { authors: "Somebody", now: "2026-11-24T08:00:00.000Z" });
        else expect(problems.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("is read as AIF or reported", () => {
    const id = fc.constantFrom("1", "2", "3", 4, "__proto__", "");
    const type = fc.constantFrom("I", "I", "RA", "CA", "L", "constructor");
    const node = fc.record({ nodeID: id, text: fc.oneof(hostileText, fc.constant(null)), type });
    const edge = fc.record({ edgeID: id, fromID: id, toID: id });
    const graph = fc
      .record({ nodes: fc.array(node), edges: fc.array(edge) })
      .map((document) => JSON.stringify(document));
    const texts = fc.oneof(graph, fc.json(), lines, shuffled("aif/inference-and-conflict.json"));
    fc.assert(
      fc.property(texts, (text) => {
        const { outline, problems } = readAif(text);
        if (!outline) expect(problems.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("is read as Argdown or reported", async () => {
    const texts = fc.sample(fc.oneof(lines, shuffled("argdown/reconstructed.argdown")), 60);
    for (const { parsed, problems } of await parseEach(texts)) {
      if (parsed) readArgdown(parsed);
      else expect(problems.some(({ severity }) => severity === "error")).toBe(true);
    }
  });

  test("is read as a Polis export or reported", async () => {
    const of = (name: string) => fc.oneof(lines, shuffled(`polis/${name}.csv`));
    await fc.assert(
      fc.asyncProperty(of("comments"), of("votes"), of("participants-votes"), async (c, v, p) => {
        const files = { "comments.csv": c, "votes.csv": v, "participants-votes.csv": p };
        const { bundle, problems } = await readPolis(
          Object.entries(files).map(([name, text]) => fileOf(name, text)),
        );
        if (!bundle) expect(problems.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("has a format or none", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void detectFormat(bytes)));
  });
});

test("Texts written to a CSV cell come back", async () => {
  const { bundle } = await readPolis(fixtureFiles("polis"));
  await fc.assert(
    fc.asyncProperty(hostileText, async (said) => {
      const text = said || "x";
      const [first] = [...(bundle!.arguments() as Iterable<BundleArgument>)];
      const argument = { ...first!, title: "A title", body: text };
      const parts: Uint8Array[] = [];
      const one = { ...bundle!, arguments: () => [argument], votes: () => [] };
      for await (const part of writePolis(one)) parts.push(part);
      const again = await readPolis([fileOf("a.zip", Buffer.concat(parts))]);
      const [read] = [...(again.bundle!.arguments() as Iterable<BundleArgument>)];
      expect(read).toMatchObject({ title: "A title", body: text });
    }),
    { numRuns: 100 },
  );
});

describe("Large files", () => {
  const megabyte = (part: string) => part.repeat(Math.ceil(1_000_000 / part.length));
  const seconds = (most: number, work: () => unknown) => {
    const begun = performance.now();
    work();
    expect(performance.now() - begun).toBeLessThan(most * 1000);
  };

  test.each(['"', '",', '""', ",", "\n", '"\n', "1,", "1700000000000,x,1,1,1,1,1,a\n"])(
    "a megabyte of %j in a CSV is read in seconds",
    (part) => {
      const header =
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n";
      seconds(15, () => commentRows(header + megabyte(part)));
      seconds(15, () => rowsOf(megabyte(part)));
      seconds(15, () => strictCells(megabyte(part)));
    },
  );

  test("a chain and a star of three thousand statements in AIF are read in seconds", () => {
    const count = 3_000;
    const nodes = [...Array(count).keys()].flatMap((n) => [
      { nodeID: `i${n}`, text: `Statement ${n}`, type: "I" },
      { nodeID: `s${n}`, text: "", type: "RA" },
    ]);
    const graph = (target: (n: number) => string) =>
      JSON.stringify({
        nodes,
        edges: [...Array(count).keys()].slice(1).flatMap((n) => [
          { edgeID: `a${n}`, fromID: `i${n}`, toID: `s${n}` },
          { edgeID: `b${n}`, fromID: `s${n}`, toID: target(n) },
        ]),
      });
    seconds(20, () => readAif(graph(() => "i0")));
    seconds(20, () => readAif(graph((n) => `i${n - 1}`)));
    seconds(20, () => readAif(graph(() => "s1")));
  });

  test("a hundred thousand votes are written without growing memory", async () => {
    const { bundle } = await readPolis(fixtureFiles("polis"));
    const votes = function* (): Generator<BundleVote> {
      for (let voter = 0; voter < 1_000; voter += 1)
        for (let number = 1; number <= 100; number += 1)
          yield {
            argument: String(number),
            voter: `v${voter}`,
            impact: number % 5,
            version: 1,
            at: "2026-11-24",
          };
    };
    const [first] = [...(bundle!.arguments() as Iterable<BundleArgument>)];
    const all = [...Array(100).keys()].map((n) => ({ ...first!, number: String(n + 1) }));
    const before = process.memoryUsage();
    let highest = 0;
    let size = 0;
    for await (const part of writePolis({ ...bundle!, arguments: () => all, votes })) {
      size += part.length;
      const now = process.memoryUsage();
      highest = Math.max(
        highest,
        now.external + now.arrayBuffers - before.external - before.arrayBuffers,
      );
    }
    expect(size).toBeGreaterThan(200_000);
    expect(highest).toBeLessThan(64 * 1024 * 1024);
  });
});
