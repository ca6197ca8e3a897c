import { expect, it } from "vitest";
import { newSince } from "@/lib/debates/visits";

const at = (time: string) => new Date(`2026-03-01T${time}Z`);

it("On the first visit nothing is marked as new", () => {
  expect(newSince(null, at("12:00:00"))).toBeNull();
  expect(newSince({ seenAt: at("11:59:00"), previousAt: null }, at("12:00:00"))).toBeNull();
});

it("During a visit, what came since the one before is new", () => {
  const visit = { seenAt: at("11:45:00"), previousAt: at("08:00:00") };
  expect(newSince(visit, at("12:00:00"))).toEqual(at("08:00:00"));
});

it("After a pause, what came since the last visit is new even before this one is noted", () => {
  const visit = { seenAt: at("11:00:00"), previousAt: at("08:00:00") };
  expect(newSince(visit, at("12:00:00"))).toEqual(at("11:00:00"));
});
