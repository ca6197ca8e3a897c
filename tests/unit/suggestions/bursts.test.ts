import { expect, test } from "vitest";
import { countPost } from "@/lib/suggestions/bursts";

const text = "The same words, long enough that nobody would come upon them twice by chance.";

test("Posts of a person are counted for a minute", () => {
  expect(countPost(1, "One.", 1000).posts).toBe(1);
  expect(countPost(1, "Two.", 2000).posts).toBe(2);
  expect(countPost(1, "Three.", 62_001).posts).toBe(1);
  expect(countPost(2, "One.", 62_001).posts).toBe(1);
});

test("Accounts that say the same are counted, each once", () => {
  expect(countPost(11, text).accounts).toBe(1);
  expect(countPost(11, text).accounts).toBe(1);
  expect(countPost(12, ` ${text.toUpperCase()} `).accounts).toBe(2);
  expect(countPost(13, text).accounts).toBe(3);
  expect(countPost(13, "I agree.").accounts).toBe(1);
});
