import { expect, test } from "vitest";
import { checkAddress, checkOperator } from "@/lib/cli/doctor/address";
import { clockFinding } from "@/lib/cli/doctor/database";
import { checkMemory } from "@/lib/cli/doctor/machine";

const usual = {
  HOST: "localhost",
  PORT: 3000,
  SITE_URL: undefined as string | undefined,
  TRUST_PROXY: false,
  OPERATOR_NAME: "",
  OPERATOR_CONTACT: "",
};
const open = { SITE_URL: "https://debates.example.org", TRUST_PROXY: true };

test.each([
  ["a site for this machine", {}, "good", /this machine only/],
  ["a site behind a proxy with https", open, "good", /debates\.example\.org/],
  ["a host open to others without an address", { HOST: "0.0.0.0" }, "warning", /Set SITE_URL/],
  ["an address without https", { SITE_URL: "http://example.org" }, "warning", /SITE_URL=https/],
  ["https without a proxy", { ...open, TRUST_PROXY: false }, "warning", /Set TRUST_PROXY=1/],
  ["a way past the proxy", { ...open, HOST: "0.0.0.0" }, "warning", /HOST=localhost/],
  ["a site below a path", { SITE_URL: "https://example.org/debates" }, "bad", /more than a host/],
])("The doctor sees %s and says what to do", (_what, changes, state, words) => {
  const found = checkAddress({ ...usual, ...changes });
  expect(found.state).toBe(state);
  expect(found.message).toMatch(words);
});

test("A public site whose operator is not named is told so", () => {
  expect(checkOperator(usual).state).toBe("good");
  expect(checkOperator({ ...usual, ...open }).message).toMatch(/Set OPERATOR_NAME/);
  const named = { OPERATOR_NAME: "Ada", OPERATOR_CONTACT: "ada@example.org" };
  expect(checkOperator({ ...usual, ...open, ...named }).state).toBe("good");
});

test.each([
  [0, "good"],
  [-4_900, "good"],
  [30_000, "warning"],
  [-3_600_000, "bad"],
])("A database clock that is %i ms off is %s", (difference, state) => {
  expect(clockFinding(difference).state).toBe(state);
});

test("A machine with little memory is told what may fail", () => {
  expect(checkMemory(512).message).toMatch(/building the pages may run out/);
  expect(checkMemory(2000).state).toBe("good");
});
