import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { meterPath, segmentFills } from "@/components/voting/meter-fill";
import { recount } from "@/components/voting/recount";
import messages from "@/lib/i18n/messages/en/voting.json";

describe("the meter", () => {
  test("No vote and no weight leave it empty, decisive fills it", () => {
    expect(segmentFills(null)).toEqual([0, 0, 0, 0, 0]);
    expect(segmentFills(0)).toEqual([0, 0, 0, 0, 0]);
    expect(segmentFills(4)).toEqual([1, 1, 1, 1, 1]);
  });

  test("A weight in the middle fills half of it", () => {
    expect(segmentFills(2)).toEqual([1, 1, 0.5, 0, 0]);
  });

  test("The drawing has one piece for each segment that is not empty", () => {
    expect(meterPath(segmentFills(2), 8).match(/M/g)).toHaveLength(3);
    expect(meterPath(segmentFills(0), 8)).toBe("");
  });

  test("Its words say the mean and count people, one or several", () => {
    const t = createTranslator({
      locale: "en",
      messages: { voting: messages },
      namespace: "voting",
    });
    expect(t("mean", { mean: 3.14, count: 46 })).toBe("3.1 of 4 · 46 people");
    expect(t("mean", { mean: 4, count: 1 })).toBe("4.0 of 4 · 1 person");
  });
});

describe("what a member sees before the server answers", () => {
  const tally = {
    count: 2,
    mean: 3,
    histogram: [0, 0, 1, 0, 1] as [number, number, number, number, number],
  };

  test("A first vote adds a person and moves the mean", () => {
    expect(recount(tally, null, 0)).toEqual({ count: 3, mean: 2, histogram: [1, 0, 1, 0, 1] });
  });

  test("A changed vote moves the mean and adds nobody", () => {
    expect(recount(tally, 2, 4)).toEqual({ count: 2, mean: 4, histogram: [0, 0, 0, 0, 2] });
  });

  test("Withdrawing the only vote leaves nothing to show", () => {
    const own = recount({ count: 0, mean: null, histogram: [0, 0, 0, 0, 0] }, null, 3);
    expect(recount(own, 3, null)).toEqual({ count: 0, mean: null, histogram: [0, 0, 0, 0, 0] });
  });
});
