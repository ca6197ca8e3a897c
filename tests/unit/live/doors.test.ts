import { expect, test } from "vitest";
import { Doors, mostOfNetwork } from "@/lib/live/doors";

test("A class of 35 with eight tabs each finds room; a network has a limit", () => {
  const doors = new Doors();
  for (let tab = 0; tab < 35 * 8; tab += 1) expect(doors.enter("school")).toBe(true);
  for (let tab = 35 * 8; tab < mostOfNetwork; tab += 1) doors.enter("school");
  expect(doors.enter("school")).toBe(false);
  expect(doors.enter("elsewhere")).toBe(true);
  doors.leave("school");
  expect(doors.enter("school")).toBe(true);
});

test("All networks together have a limit too", () => {
  const doors = new Doors(10, 3);
  for (const network of ["a", "b", "c"]) expect(doors.enter(network)).toBe(true);
  expect(doors.enter("d")).toBe(false);
  doors.leave("a");
  expect(doors.enter("d")).toBe(true);
});
