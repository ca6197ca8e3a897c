import { expect, test } from "vitest";
import { canBlock, canUnblock } from "@/lib/blocks/rules";
import { granted, refused } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

const ada: Viewer = {
  ...{ id: 1, handle: "ada", name: "Ada", role: "MEMBER", emailVerified: true },
};

test("Whoever is signed in blocks others, and ends it again", () => {
  expect(canBlock(ada, 2)).toEqual(granted);
  expect(canUnblock(ada)).toEqual(granted);
});

test("Nobody blocks themselves, and a reader without an account nobody at all", () => {
  expect(canBlock(ada, 1)).toEqual(refused("ONESELF"));
  expect(canBlock(null, 1)).toEqual(refused("SIGN_IN_REQUIRED"));
  expect(canUnblock(null)).toEqual(refused("SIGN_IN_REQUIRED"));
});

test("A token that may only read blocks nobody", () => {
  const token: Viewer = { ...ada, scopes: ["read"] };
  expect(canBlock(token, 2)).toEqual(refused("SCOPE_MISSING"));
  expect(canUnblock(token)).toEqual(refused("SCOPE_MISSING"));
});
