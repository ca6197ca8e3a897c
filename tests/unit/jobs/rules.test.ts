import { expect, test } from "vitest";
import { errorWords } from "@/lib/jobs/errors";
import { canAdminister } from "@/lib/jobs/rules";
import { asViewer } from "@/tests/factories/viewer";

const person = asViewer({ id: 1, handle: "ada", name: "Ada" });

test("Administrators alone see the work in the background, and their programs with the scope moderate", () => {
  const administrator = { ...person, role: "ADMINISTRATOR" as const };
  expect(canAdminister(administrator)).toEqual({ granted: true });
  expect(canAdminister({ ...administrator, scopes: ["read", "moderate"] })).toEqual({
    granted: true,
  });
  expect(canAdminister({ ...administrator, scopes: ["read", "write"] })).toEqual({
    granted: false,
    because: "SCOPE_MISSING",
  });
  for (const role of ["MEMBER", "MODERATOR"] as const) {
    expect(canAdminister({ ...person, role })).toEqual({ granted: false, because: "NOT_ALLOWED" });
  }
  expect(canAdminister(null)).toEqual({ granted: false, because: "SIGN_IN_REQUIRED" });
});

test("An error that is kept with a job names no address, secret or link, and is one line", () => {
  expect(errorWords(new Error("550 ada@example.org: no such mailbox\nsecond line"))).toBe(
    "550 [address] no such mailbox",
  );
  expect(errorWords("cannot open https://hooks.example.org/T0/B1?key=cp_abc")).toBe(
    "cannot open [link]",
  );
  expect(errorWords(new Error("token cp_abcdef was refused"))).toBe("token [secret] was refused");
  expect(
    errorWords(new Error("\nInvalid `db.x()` invocation:\n\n1 const a\n\nNo record was found")),
  ).toBe("No record was found");
  expect(errorWords(new Error("x".repeat(5000)))).toHaveLength(300);
  expect(errorWords(new Error(""))).toBe("no words");
});
