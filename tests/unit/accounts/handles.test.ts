import { describe, expect, it } from "vitest";
import { handleFromName, handleSkeleton, isReservedHandle } from "@/lib/accounts/handles";
import { handleSchema } from "@/lib/accounts/schema";

describe("handles", () => {
  it.each([
    ["Åsa Öberg", "asa-oberg"],
    ["  Jean-Luc   Picard ", "jean-luc-picard"],
    ["Weiß", "weiss"],
    ["王小明", ""],
    ["Admin", ""],
    ["X", ""],
  ])("a person called %j is offered %j", (name, handle) => {
    expect(handleFromName(name)).toBe(handle);
  });

  it.each([
    ["bob", "b0b"],
    ["bill", "bi11"],
    ["corner", "comer"],
    ["jane_doe", "jane-doe"],
    ["wow", "vvow"],
  ])("%s and %s pass for one another", (one, other) => {
    expect(handleSkeleton(one)).toBe(handleSkeleton(other));
  });

  it("different handles stay different", () => {
    expect(handleSkeleton("ann")).not.toBe(handleSkeleton("anne"));
  });

  it.each(["admin", "adm1n", "Moderator", "deleted-7", "counterpoint", "c0unterpoint"])(
    "nobody gets the handle %s",
    (handle) => {
      expect(isReservedHandle(handle.toLowerCase())).toBe(true);
      expect(handleSchema.safeParse(handle).success).toBe(false);
    },
  );

  it.each(["a", "-ann", "an n", "änn", "a".repeat(31), "ann.b"])("%j is no handle", (handle) => {
    expect(handleSchema.safeParse(handle).success).toBe(false);
  });
});
