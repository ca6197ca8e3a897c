import { describe, expect, test } from "vitest";
import { canImport } from "@/lib/interchange/rules";
import { granted, refused } from "@/lib/shared/permission";
import { siteRoles, type Viewer } from "@/lib/shared/viewer";

const member: Viewer = { id: 7, handle: "me", name: "Me", role: "MEMBER", emailVerified: true };
const moderator: Viewer = { ...member, role: "MODERATOR" };

describe("Bringing in a debate", () => {
  test("asks a reader to sign in", () => {
    expect(canImport(null)).toEqual(refused("SIGN_IN_REQUIRED"));
  });

  test("is not for members, whatever they edit", () => {
    expect(canImport(member)).toEqual(refused("NOT_ALLOWED"));
  });

  test.each(["MODERATOR", "ADMINISTRATOR"] as const)("is for a %s", (role) => {
    expect(canImport({ ...member, role })).toEqual(granted);
  });

  test("asks a program for a token that may write, and for nothing less", () => {
    expect(canImport({ ...moderator, scopes: ["read"] })).toEqual(refused("SCOPE_MISSING"));
    expect(canImport({ ...moderator, scopes: ["moderate"] })).toEqual(refused("SCOPE_MISSING"));
    expect(canImport({ ...moderator, scopes: ["read", "write"] })).toEqual(granted);
  });

  test.each(siteRoles)("a %s's token that only reads is told so first", (role) => {
    const program: Viewer = { ...member, role, scopes: ["read"] };
    expect(canImport(program)).toEqual(refused("SCOPE_MISSING"));
  });
});
