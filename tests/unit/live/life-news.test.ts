import { expect, test } from "vitest";
import { lifeNews } from "@/components/live/life-news";
import type { Life, LiveWords } from "@/components/live/words";
import messages from "@/lib/i18n/messages/en/live.json";

const words = messages as unknown as LiveWords;
const open: Life = { status: "OPEN", locked: false, slowMinutes: null };

test.each([
  ["closed", {}, { status: "CLOSED" }, words.closed],
  ["opened again", { status: "CLOSED" }, {}, words.opened],
  ["locked", {}, { locked: true }, words.locked],
  ["unlocked", { locked: true }, {}, words.unlocked],
  ["slowed", {}, { slowMinutes: 10 }, words.slow],
  ["no longer slow", { slowMinutes: 10 }, {}, words.notSlow],
] as const)("A page says that the debate was %s since it was made", (_name, was, now, said) => {
  expect(said).toMatch(/^This debate .*\.$/);
  expect(lifeNews({ ...open, ...was }, { ...open, ...now }, words)).toBe(said);
});

test("What the page shows already is no news, and of several things the gravest is said", () => {
  for (const life of [open, { ...open, locked: true }, { ...open, slowMinutes: 5 }]) {
    expect(lifeNews(life, life, words)).toBe("");
  }
  const now: Life = { status: "CLOSED", locked: true, slowMinutes: 5 };
  expect(lifeNews(open, now, words)).toBe(words.closed);
});
