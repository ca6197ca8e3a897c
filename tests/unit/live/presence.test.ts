import { expect, test } from "vitest";
import { believed, Presence } from "@/lib/live/presence";

function clock() {
  let now = 1_000_000;
  const presence = new Presence(() => now);
  return { presence, pass: (milliseconds: number) => (now += milliseconds) };
}

test("Readers of all instances are counted together", () => {
  const { presence } = clock();
  presence.set(1, 3);
  presence.hear("a", "1:4 2:9");
  presence.hear("b", "1:5");
  expect([presence.total(1), presence.total(2), presence.total(3)]).toEqual([12, 9, 0]);
  presence.hear("a", "1:0");
  expect(presence.total(1)).toBe(8);
});

test("An instance that has gone silent is forgotten after forty seconds", () => {
  const { presence, pass } = clock();
  presence.hear("a", "1:4");
  pass(believed - 1);
  expect(presence.total(1)).toBe(4);
  pass(1);
  expect(presence.total(1)).toBe(0);
  presence.sweep();
  presence.hear("a", "1:2");
  expect(presence.total(1)).toBe(2);
});

test("A number is told when it changes, and again every fifteen seconds", () => {
  const { presence, pass } = clock();
  presence.set(1, 3);
  expect(presence.toTell()).toEqual(["1:3"]);
  expect(presence.toTell()).toEqual([]);
  pass(15_000);
  expect(presence.toTell()).toEqual(["1:3"]);
  presence.set(1, 0);
  expect(presence.toTell()).toEqual(["1:0"]);
  expect(presence.toTell()).toEqual([]);
});

test("What is no number is left out", () => {
  const { presence } = clock();
  presence.hear("a", "x:1 1:-4 1:99999999 :3 4:4");
  expect([presence.total(1), presence.total(4)]).toEqual([0, 4]);
});
