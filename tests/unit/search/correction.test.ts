import { describe, expect, test } from "vitest";
import { correct, wordsToCorrect, type Nearest } from "@/lib/search/correction";

const known = (words: Record<string, string | null>, empty: readonly string[] = []) =>
  new Map<string, Nearest>(
    Object.entries(words).map(([word, nearest]) => [
      word,
      { nearest, empty: empty.includes(word) },
    ]),
  );

describe("Words that may be slips of the finger", () => {
  test("are the first eight of three and more letters, each once, without numbers", () => {
    expect(wordsToCorrect("Bus bus 24 x24 of Zdeňka")).toEqual(["bus", "zdeňka"]);
    expect(wordsToCorrect("aaa bbb ccc ddd eee fff ggg hhh iii")).toHaveLength(8);
  });
});

describe("The search that was meant", () => {
  test("has each word as the known one, and signs and numbers where they were", () => {
    const nearest = known({ prking: "parking", chrge: "charge" });
    expect(correct('"Prking chrge" -2024', nearest)).toBe('"parking charge" -2024');
  });

  test("goes without words that are like none", () => {
    expect(correct("parking qqq", known({ parking: "parking", qqq: null }))?.trim()).toBe(
      "parking",
    );
    expect(correct("qqq", known({ qqq: null }))).toBeNull();
  });

  test("of three words may lack any one, not counting those that mean nothing", () => {
    const nearest = known({ red: "red", buss: "bus", free: "free", the: "the" }, ["the"]);
    expect(correct("the red buss free", nearest)).toBe("bus free or red free or red bus");
    expect(correct("-red buss free", nearest)).toBe("-red bus free");
  });

  test("is none when every word was known already, or means nothing", () => {
    expect(correct("Red bus", known({ red: "red", bus: "bus" }))).toBeNull();
    expect(correct("teh", known({ teh: "the" }, ["teh"]))).toBeNull();
  });
});
