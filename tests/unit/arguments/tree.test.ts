import { describe, expect, test } from "vitest";
import type { Stance } from "@/lib/arguments/vocabulary";
import { bySide } from "@/lib/arguments/tree";
import type { ArgumentView } from "@/lib/arguments/view";

/** An argument as far as its place in the tree goes. */
function placed(number: string, stance: Stance): ArgumentView {
  const parent = number.split(".").slice(0, -1).join(".");
  return { id: number, number, stance, parentId: parent || null } as ArgumentView;
}

const numbers = (inOrder: ArgumentView[]) => {
  const { SUPPORT, OPPOSE } = bySide(inOrder);
  return [SUPPORT.map(({ number }) => number), OPPOSE.map(({ number }) => number)];
};

describe("A reader of a whole debate on paper", () => {
  test("finds each answer on the side of the direct argument it hangs on", () => {
    const inOrder = [
      placed("1", "SUPPORT"),
      placed("1.1", "OPPOSE"),
      placed("1.1.1", "SUPPORT"),
      placed("2", "OPPOSE"),
      placed("2.1", "SUPPORT"),
      placed("3", "SUPPORT"),
    ];
    expect(numbers(inOrder)).toEqual([
      ["1", "1.1", "1.1.1", "3"],
      ["2", "2.1"],
    ]);
  });

  test("does not meet what answers an archived argument", () => {
    const inOrder = [placed("1.1", "SUPPORT"), placed("1.1.1", "OPPOSE"), placed("2", "OPPOSE")];
    expect(numbers(inOrder)).toEqual([[], ["2"]]);
  });
});
