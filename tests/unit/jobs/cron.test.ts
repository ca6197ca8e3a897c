import { expect, test } from "vitest";
import { nextRun } from "@/lib/jobs/cron";

const from = new Date("2026-11-24T08:30:20Z"); // a Tuesday

test.each([
  ["* * * * *", "2026-11-24T08:31:00.000Z"],
  ["17 * * * *", "2026-11-24T09:17:00.000Z"],
  ["*/10 * * * *", "2026-11-24T08:40:00.000Z"],
  ["0 6 * * *", "2026-11-25T06:00:00.000Z"],
  ["0 6 * * 1", "2026-11-30T06:00:00.000Z"],
  ["0 6 * * 7", "2026-11-29T06:00:00.000Z"],
  ["30 8 24 11 *", "2027-11-24T08:30:00.000Z"],
  ["0 0 1,15 * *", "2026-12-01T00:00:00.000Z"],
  ["15 9-17 * * 1-5", "2026-11-24T09:15:00.000Z"],
])("An administrator is told when “%s” comes next", (cron, expected) => {
  expect(nextRun(cron, from)?.toISOString()).toBe(expected);
});

test("A rule that never holds has no next time", () => {
  expect(nextRun("0 0 31 2 *", from)).toBeNull();
});
