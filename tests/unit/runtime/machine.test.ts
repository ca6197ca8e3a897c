import { afterEach, expect, test, vi } from "vitest";
import { checkNode } from "@/lib/cli/doctor/machine";
import { portProblem, whyNotListen } from "@/lib/cli/runtime/port";
import { secretProblems } from "@/lib/cli/runtime/secrets";
import { freePort } from "@/lib/db/embedded/server";
import { createServer } from "node:net";

afterEach(() => vi.unstubAllEnvs());

const safeSession = "0123456789abcdef0123456789abcdef";
const safeAction = Buffer.alloc(32, 7).toString("base64");

test.each([
  ["20.18.3", "bad"],
  ["18.20.0", "bad"],
  ["20.19.0", "good"],
  ["22.0.0", "good"],
  ["24.1.0", "good"],
])("Node.js %s is %s", (version, state) => {
  expect(checkNode(version).state).toBe(state);
});

test("An operator with a database of their own is told which secrets are missing", () => {
  vi.stubEnv("NEXTAUTH_SECRET", "");
  vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", safeAction);
  expect(secretProblems(true)).toEqual([expect.stringMatching(/NEXTAUTH_SECRET must be set/)]);
  expect(secretProblems(false)).toEqual([]);
});

test("An operator is told of every unsafe secret at once", () => {
  vi.stubEnv("NEXTAUTH_SECRET", safeSession);
  expect(secretProblems(false)).toEqual([]);
  vi.stubEnv("NEXTAUTH_SECRET", "changeme");
  vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "not a key");
  vi.stubEnv("EXPORT_SIGNING_KEY", safeAction);
  const [short, action, signing, ...others] = secretProblems(false);
  expect(short).toMatch(/^NEXTAUTH_SECRET is too short/);
  expect(action).toMatch(/32 random bytes/);
  expect(signing).toMatch(/Ed25519/);
  expect(others).toEqual([]);
});

test("A person whose port is taken learns how to choose another", async () => {
  const port = await freePort();
  expect(await whyNotListen(port, "localhost")).toBeUndefined();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  try {
    const code = await whyNotListen(port, "localhost");
    expect(portProblem(code ?? "", port, "localhost")).toContain(`PORT=${port + 1}`);
  } finally {
    other.close();
  }
});
