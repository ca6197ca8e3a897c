import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNext } from "@/lib/auth/next-path";

describe("where a person is led after signing in", () => {
  it.each(["/", "/debates", "/debates/a?sort=new&x=1#f7", "/users/ann"])("%s is kept", (path) => {
    expect(safeNext(path)).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/..//evil.example",
    "/./\\evil.example",
    "",
    undefined,
    null,
  ])("%j leads home", (next) => {
    expect(safeNext(next)).toBe("/");
  });

  it("never leads to another site, whatever is asked for", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      ".",
      "@",
      ":",
      "evil.example",
      "\t",
      "%2f",
      "?",
      "#",
      "http",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.string(), (parts, tail) => {
        const path = safeNext(parts.join("") + tail);
        expect(new URL(path, "https://own.example").origin).toBe("https://own.example");
        expect(path).toMatch(/^\/(?![/\\])/);
      }),
      { numRuns: 3000 },
    );
  });
});
