import { describe, expect, test } from "vitest";
import { periodStart } from "@/lib/notifications/period";

const at = (text: string) => new Date(text);

describe("When a digest's period began", () => {
  test.each([
    ["2026-11-24T06:00:00.000Z", "2026-11-24T06:00:00.000Z"],
    ["2026-11-24T05:59:59.999Z", "2026-11-23T06:00:00.000Z"],
    ["2026-11-24T23:59:00.000Z", "2026-11-24T06:00:00.000Z"],
    ["2027-01-01T03:00:00.000Z", "2026-12-31T06:00:00.000Z"],
  ])("a day's, at %s: %s", (now, start) => {
    expect(periodStart("DAILY", at(now))).toEqual(at(start));
  });

  test.each([
    ["2026-11-23T06:00:00.000Z", "2026-11-23T06:00:00.000Z"],
    ["2026-11-23T05:59:59.999Z", "2026-11-16T06:00:00.000Z"],
    ["2026-11-29T23:00:00.000Z", "2026-11-23T06:00:00.000Z"],
  ])("a week's, at %s: %s, a Monday", (now, start) => {
    const begun = periodStart("WEEKLY", at(now));
    expect(begun).toEqual(at(start));
    expect(begun.getUTCDay()).toBe(1);
  });
});
