import { expect, test } from "vitest";
import { phoneOrder } from "@/components/arguments/interleave";

function readingOrder(support: number, oppose: number): string[] {
  const items = [
    ...Array.from({ length: support }, (_, index) => ({
      name: `+${index + 1}`,
      order: phoneOrder("SUPPORT", index),
    })),
    ...Array.from({ length: oppose }, (_, index) => ({
      name: `-${index + 1}`,
      order: phoneOrder("OPPOSE", index),
    })),
  ];
  return items.sort((a, b) => a.order - b.order).map((item) => item.name);
}

test("A reader with a phone meets the sides in turn, strongest first", () => {
  expect(readingOrder(3, 3)).toEqual(["+1", "-1", "+2", "-2", "+3", "-3"]);
});

test("When one side has no more to say, the other goes on", () => {
  expect(readingOrder(1, 3)).toEqual(["+1", "-1", "-2", "-3"]);
  expect(readingOrder(0, 2)).toEqual(["-1", "-2"]);
});

test("Arguments stand below what is said above both lists", () => {
  expect(Math.min(phoneOrder("SUPPORT", 0), phoneOrder("OPPOSE", 0))).toBeGreaterThan(0);
});
