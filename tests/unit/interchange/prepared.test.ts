import { describe, expect, test } from "vitest";
import { ExportState } from "@/lib/db/generated/enums";
import { inBlocks } from "@/lib/interchange/pieces";
import { counting, lengthOf } from "@/lib/interchange/progress";
import { canPrepareExport, canTakePrepared, preparedStateOf } from "@/lib/interchange/rules";
import { preparedStates } from "@/lib/interchange/vocabulary";
import { granted, refused } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { argumentOf, bundleOf, voteOf } from "@/tests/factories/bundle";

const member: Viewer = { id: 7, handle: "me", name: "Me", role: "MEMBER", emailVerified: true };

describe("Having a file prepared", () => {
  test("is for everybody signed in, and for programs that may write", () => {
    expect(canPrepareExport(null)).toEqual(refused("SIGN_IN_REQUIRED"));
    expect(canPrepareExport(member)).toEqual(granted);
    expect(canPrepareExport({ ...member, scopes: ["read"] })).toEqual(refused("SCOPE_MISSING"));
    expect(canPrepareExport({ ...member, scopes: ["read", "write"] })).toEqual(granted);
  });

  test.each([
    ["READY", granted],
    ["WAITING", refused("EXPORT_NOT_READY")],
    ["RUNNING", refused("EXPORT_NOT_READY")],
    ["FAILED", refused("EXPORT_NOT_READY")],
    ["EXPIRED", refused("EXPORT_EXPIRED")],
    ["OUTDATED", refused("EXPORT_OUTDATED")],
  ] as const)("what is %s is handed out or not, and it is said why", (state, permission) => {
    expect(canTakePrepared(state)).toEqual(permission);
  });
});

describe("A prepared file's state", () => {
  const now = new Date("2026-12-01T08:00:00Z");
  const later = new Date("2026-12-02T08:00:00Z");
  const ready = { state: "READY", expiresAt: later, outdated: false } as const;

  test("is the database's, and what time and moderation make of it", () => {
    expect(preparedStates).toEqual(expect.arrayContaining(Object.values(ExportState)));
    expect(preparedStateOf(ready, now)).toBe("READY");
    expect(preparedStateOf(ready, later)).toBe("EXPIRED");
    expect(preparedStateOf({ ...ready, outdated: true }, now)).toBe("OUTDATED");
    const failed = { state: "FAILED", expiresAt: now, outdated: true } as const;
    expect(preparedStateOf(failed, later)).toBe("FAILED");
  });
});

async function* chunksOf(...sizes: number[]) {
  let next = 0;
  for (const size of sizes) yield Uint8Array.from({ length: size }, () => next++ % 251);
}

describe("A file in pieces", () => {
  test.each([[[3, 5, 4]], [[1, 1, 1]], [[12]], [[40]], [[]], [[0, 4, 0]]])(
    "chunks of %j become blocks of four bytes, and nothing is lost",
    async (sizes) => {
      const blocks: Uint8Array[] = [];
      for await (const block of inBlocks(chunksOf(...sizes), 4)) blocks.push(block);
      const whole = [...blocks].flatMap((block) => [...block]);
      expect(whole).toEqual(Array.from({ length: whole.length }, (_, index) => index % 251));
      expect(whole).toHaveLength(sizes.reduce((sum, size) => sum + size, 0));
      expect(blocks.slice(0, -1).every(({ length }) => length === 4)).toBe(true);
      expect(blocks.every(({ length }) => length > 0)).toBe(true);
    },
  );
});

test("How far somebody has read a debate is counted, each time that they read a list", async () => {
  const plain = { arguments: [argumentOf("1"), argumentOf("2")], votes: [voteOf("1", "v", 3)] };
  const { bundle, read } = counting({ ...bundleOf(plain), log: () => [] });
  for await (const _argument of bundle.arguments()) expect(read()).toBeGreaterThan(0);
  for await (const _argument of bundle.arguments()) expect(read()).toBeGreaterThan(2);
  for await (const _vote of bundle.votes()) expect(read()).toBe(5);
  const lengths = { arguments: 2, revisions: 0, votes: 1, comments: 0, log: 0 };
  expect(lengthOf(["arguments", "votes", "arguments"], lengths)).toBe(5);
});
