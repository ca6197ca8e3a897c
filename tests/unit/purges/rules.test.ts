import { describe, expect, test } from "vitest";
import {
  canConfirmPurge,
  canRequestPurge,
  canSeePurges,
  canWithdrawPurge,
  purgeStateOf,
} from "@/lib/purges/rules";
import { granted, refused } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

const ada: Viewer = {
  ...{ id: 1, handle: "ada", name: "Ada", role: "ADMINISTRATOR", emailVerified: true },
};
const moderator: Viewer = { ...ada, id: 2, role: "MODERATOR" };
const token: Viewer = { ...ada, scopes: ["read", "write"] };
const waiting = { state: "WAITING", debateStatus: "OPEN", authorId: 9 } as const;

describe("Whoever is no administrator, or comes without the scope, does nothing with purges", () => {
  const thing = { debateStatus: "OPEN", authorId: 9, purge: null } as const;
  const purge = { ...waiting, requestedById: 3 } as const;
  test.each([
    [null, "SIGN_IN_REQUIRED"],
    [moderator, "NOT_ALLOWED"],
    [token, "SCOPE_MISSING"],
  ] as const)("%o", (viewer, code) => {
    expect(canSeePurges(viewer)).toEqual(refused(code));
    expect(canRequestPurge(viewer, thing)).toEqual(refused(code));
    expect(canConfirmPurge(viewer, purge)).toEqual(refused(code));
    expect(canWithdrawPurge(viewer, purge)).toEqual(refused(code));
  });
});

describe("An administrator", () => {
  const thing = { debateStatus: "OPEN", authorId: 9, purge: null } as const;
  test("asks for a purge of what others said, once, and never in a draft", () => {
    expect(canRequestPurge(ada, thing)).toEqual(granted);
    expect(canRequestPurge(ada, { ...thing, debateStatus: null, authorId: null })).toEqual(granted);
    expect(canRequestPurge(ada, { ...thing, debateStatus: "DRAFT" })).toEqual(
      refused("DEBATE_NOT_OPEN"),
    );
    expect(canRequestPurge(ada, { ...thing, authorId: 1 })).toEqual(refused("OWN_THING"));
    expect(canRequestPurge(ada, { ...thing, purge: "WAITING" })).toEqual(refused("PURGE_WAITS"));
    expect(canRequestPurge(ada, { ...thing, purge: "DONE" })).toEqual(refused("PURGED"));
  });

  const purge = { ...waiting, requestedById: 3 } as const;
  test("confirms what another one asked for, and not what concerns their own words", () => {
    expect(canConfirmPurge(ada, purge)).toEqual(granted);
    expect(canConfirmPurge(ada, { ...purge, requestedById: 1 })).toEqual(refused("OWN_PURGE"));
    expect(canConfirmPurge(ada, { ...purge, authorId: 1 })).toEqual(refused("OWN_THING"));
    expect(canConfirmPurge(ada, { ...purge, state: "DONE" })).toEqual(refused("PURGED"));
    expect(canConfirmPurge(ada, { ...purge, state: "WITHDRAWN" })).toEqual(
      refused("PURGE_WITHDRAWN"),
    );
  });

  test("withdraws also what they asked for themselves, until it is done", () => {
    expect(canWithdrawPurge(ada, { ...purge, requestedById: 1 })).toEqual(granted);
    expect(canWithdrawPurge(ada, { ...purge, authorId: 1 })).toEqual(refused("OWN_THING"));
    expect(canWithdrawPurge(ada, { ...purge, state: "DONE" })).toEqual(refused("PURGED"));
    expect(canWithdrawPurge(ada, { ...purge, state: "WITHDRAWN" })).toEqual(
      refused("PURGE_WITHDRAWN"),
    );
  });
});

test("A purge waits until somebody confirmed or withdrew it", () => {
  const now = new Date();
  expect(purgeStateOf({ confirmedAt: null, withdrawnAt: null })).toBe("WAITING");
  expect(purgeStateOf({ confirmedAt: now, withdrawnAt: null })).toBe("DONE");
  expect(purgeStateOf({ confirmedAt: null, withdrawnAt: now })).toBe("WITHDRAWN");
});
