import { expect, test } from "vitest";
import { wordsChanged } from "@/components/arguments/history/words-changed";

test("A reader of the history sees which words went and which came", () => {
  const pieces = wordsChanged("It was a weak guide.", "It was a poor guide.");
  expect(pieces.filter((piece) => piece.change === "removed").map((piece) => piece.text)).toEqual([
    "weak",
  ]);
  expect(pieces.filter((piece) => piece.change === "added").map((piece) => piece.text)).toEqual([
    "poor",
  ]);
});

test("Both texts can be read back from the difference, spaces and line ends included", () => {
  const before = "One  two\n\nthree.";
  const after = "One two\nfour three!";
  const pieces = wordsChanged(before, after);
  const without = (change: string) =>
    pieces
      .filter((piece) => piece.change !== change)
      .map((piece) => piece.text)
      .join("");
  expect(without("added")).toBe(before);
  expect(without("removed")).toBe(after);
});

test("Texts that are the same differ in nothing", () => {
  expect(wordsChanged("Same.", "Same.").every((piece) => piece.change === "same")).toBe(true);
});
