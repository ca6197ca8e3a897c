import { describe, expect, it } from "vitest";
import { createTokenSchema, emailSchema, signInSchema, signUpSchema } from "@/lib/accounts/schema";

const right = { email: "ann@example.org", password: "four unrelated words" };

describe("what a form may contain", () => {
  it.each([
    [{}],
    [{ email: "ann@example.org" }],
    [{ ...right, password: { not: "x" } }],
    [{ ...right, email: ["ann@example.org", "b@example.org"] }],
    [{ ...right, role: "ADMINISTRATOR" }],
    [{ ...right, password: "a\u0000b" }],
  ])("signing in with %j is refused before the database is asked", (body) => {
    expect(signInSchema.safeParse(body).success).toBe(false);
  });

  it("nobody signs up as a moderator, or without agreeing", () => {
    const form = { ...right, name: "Ann", agreed: "on" };
    expect(signUpSchema.safeParse(form).success).toBe(true);
    expect(signUpSchema.safeParse({ ...form, role: "MODERATOR" }).success).toBe(false);
    expect(signUpSchema.safeParse({ ...form, agreed: undefined }).success).toBe(false);
  });

  it("an address is kept in small letters", () => {
    expect(emailSchema.parse(" Ann@Example.ORG ")).toBe("ann@example.org");
  });

  it.each(["ann", "ann@", "@example.org", "ann@example", "a b@example.org", "a@b.c\nBcc: x@y.zz"])(
    "%j is no address",
    (email) => {
      expect(emailSchema.safeParse(email).success).toBe(false);
    },
  );

  it("a token has at least one scope, and only scopes there are", () => {
    const scopesOf = (scopes: unknown) =>
      createTokenSchema.safeParse({ name: "x", scopes }).data?.scopes;
    expect(scopesOf("read")).toEqual(["read"]);
    expect(scopesOf(["write", "read", "write"])).toEqual(["read", "write"]);
    expect(scopesOf([])).toBeUndefined();
    expect(scopesOf("admin")).toBeUndefined();
    expect(scopesOf(undefined)).toBeUndefined();
  });
});
