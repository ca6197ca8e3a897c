import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { detectFormat } from "@/lib/interchange/detect";
import { fixture } from "./fixtures";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ["kialo/one-line-a-claim.txt", "kialo"],
  ["kialo/two-lines-a-claim.txt", "kialo"],
  ["kialo/several-theses.txt", "kialo"],
  ["argdown/reconstructed.argdown", "argdown"],
  ["aif/inference-and-conflict.json", "aif"],
  ["polis/comments.csv", "polis-csv"],
  ["polis/votes.csv", "polis-csv"],
  ["polis/participants-votes.csv", "polis-csv"],
])("%s is recognised as %s by what stands in it", (path, format) => {
  expect(detectFormat(bytes(fixture(path)))).toBe(format);
});

test.each([
  ['{"format":"counterpoint-debate","version":1}', "json"],
  ['{"AIF":{"nodes":[{"nodeID":1}]}}', "aif"],
  ["1. A thesis\n1.1. Pro: Without a heading", "kialo"],
  ["[A]: Says this.\n  + [B]: Says that.", "argdown"],
  ["A letter to the editor.\n\nDear all,", null],
  ["", null],
])("%j is %s", (text, format) => {
  expect(detectFormat(bytes(text))).toBe(format);
});

test("A zip is a Polis export; the name helps where the content says nothing", () => {
  expect(detectFormat(zipSync({ "votes.csv": bytes("a") }))).toBe("polis-csv");
  expect(detectFormat(bytes("topic,Trees\n"), "summary.csv")).toBe("polis-csv");
  expect(detectFormat(bytes("A statement."), "debate.argdown")).toBe("argdown");
});
