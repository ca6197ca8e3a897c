import { describe, expect, test } from "vitest";
import { firstSentence, isCut, shorten } from "@/components/arguments/excerpt";

describe("the first sentence of a fact", () => {
  test("A long fact is told by its first sentence", () => {
    expect(
      firstSentence("Accounts differ on what stopped. The first report spoke of all.", "en"),
    ).toBe("Accounts differ on what stopped.");
  });

  test("A title before a name does not end a sentence", () => {
    expect(
      firstSentence("Mr. Hegseth denied it before the committee. He was asked twice.", "en"),
    ).toBe("Mr. Hegseth denied it before the committee.");
  });

  test("A very short sentence brings the next along", () => {
    expect(firstSentence("He denied it. Nobody else was asked about the order.", "en")).toBe(
      "He denied it. Nobody else was asked about the order.",
    );
  });
});

describe("reasons in a list", () => {
  test("Reasons that fit into two lines have nothing to unfold", () => {
    expect(isCut("Short and plain.")).toBe(false);
  });
  test("Long reasons, and reasons in paragraphs, can be unfolded", () => {
    expect(isCut("word ".repeat(40))).toBe(true);
    expect(isCut("One.\n\nTwo.")).toBe(true);
  });
});

describe("a description of a page", () => {
  test("A text that is too long ends between words with an ellipsis", () => {
    expect(shorten("The precedents are a weak guide, because", 33)).toBe(
      "The precedents are a weak guide…",
    );
  });
  test("A text without spaces is still cut", () => {
    expect(shorten("x".repeat(50), 10)).toBe(`${"x".repeat(10)}…`);
  });
  test("A text that fits stays as it is, on one line", () => {
    expect(shorten("One\ntwo", 20)).toBe("One two");
  });
});
