import { describe, expect, test } from "vitest";
import {
  canCurate,
  canLink,
  canMerge,
  canMove,
  type CuratedFacts,
  type Other,
} from "@/lib/arguments/placement";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import type { Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

const member: Viewer = { id: 7, handle: "me", name: "Me", role: "MEMBER", emailVerified: true };
const moderator: Viewer = { ...member, role: "MODERATOR" };

const because = (permission: Permission) => (permission.granted ? "granted" : permission.because);

/** Argument 2.1, for its parent 2, with one level of replies. */
const facts = (changed: Partial<CuratedFacts["argument"]> = {}): CuratedFacts => ({
  debateStatus: "OPEN",
  viewerIsEditor: false,
  argument: {
    id: 21,
    parentId: 2,
    stance: "SUPPORT",
    path: [2, 1],
    levelsBelow: 1,
    status: "LIVE",
    authorId: 1,
    ...changed,
  },
});
const other = (changed: Partial<Other> = {}): Other => ({
  id: 3,
  path: [3],
  status: "LIVE",
  authorId: 1,
  ...changed,
});
const deep = (length: number) => Array.from({ length }, () => 9);

describe("Curating", () => {
  test("is for editors of the debate and moderators, on what others wrote and what stands", () => {
    expect(because(canCurate(moderator, facts()))).toBe("granted");
    expect(because(canCurate(member, { ...facts(), viewerIsEditor: true }))).toBe("granted");
    expect(because(canCurate(member, facts()))).toBe("NOT_ALLOWED");
    expect(because(canCurate(null, facts()))).toBe("SIGN_IN_REQUIRED");
    expect(because(canCurate({ ...moderator, scopes: ["write"] }, facts()))).toBe("SCOPE_MISSING");
    expect(because(canCurate(moderator, facts({ authorId: 7 })))).toBe("OWN_THING");
    expect(because(canCurate(moderator, facts({ status: "ARCHIVED" })))).toBe("ARGUMENT_ARCHIVED");
    const draft = { ...facts(), debateStatus: "DRAFT" } as const;
    expect(because(canCurate(moderator, draft))).toBe("DEBATE_NOT_OPEN");
  });
});

describe("Moving", () => {
  const move = (parent: Other | null, stance: "SUPPORT" | "OPPOSE" = "SUPPORT") =>
    because(canMove(moderator, facts(), { parent, stance }));

  test("goes below another argument, below the motion, and to the other side", () => {
    expect(move(other())).toBe("granted");
    expect(move(null)).toBe("granted");
    expect(move(other({ id: 2, path: [2] }), "OPPOSE")).toBe("granted");
  });

  test("does not go below itself, where it stands, below what is archived, or too deep", () => {
    expect(move(other({ path: [2, 1] }))).toBe("BELOW_ITSELF");
    expect(move(other({ path: [2, 1, 4, 2] }))).toBe("BELOW_ITSELF");
    expect(move(other({ id: 2, path: [2] }))).toBe("STANDS_THERE");
    expect(move(other({ status: "ARCHIVED" }))).toBe("PLACE_ARCHIVED");
    expect(move(other({ path: deep(argumentLimits.depth - 2) }))).toBe("granted");
    expect(move(other({ path: deep(argumentLimits.depth - 1) }))).toBe("TREE_TOO_DEEP");
  });

  test("2.1 and 2.11 are not the same branch", () => {
    expect(move(other({ path: [2, 11] }))).toBe("granted");
  });
});

describe("Merging", () => {
  const merge = (into: Other) => because(canMerge(moderator, facts(), into));

  test("goes into another that stands, also into its own parent", () => {
    expect(merge(other())).toBe("granted");
    expect(merge(other({ id: 2, path: [2] }))).toBe("granted");
  });

  test("does not go into one's own, itself, what stands below it, what is archived, or too deep", () => {
    expect(merge(other({ authorId: 7 }))).toBe("OWN_THING");
    expect(merge(other({ path: [2, 1] }))).toBe("BELOW_ITSELF");
    expect(merge(other({ path: [2, 1, 1] }))).toBe("BELOW_ITSELF");
    expect(merge(other({ status: "ARCHIVED" }))).toBe("PLACE_ARCHIVED");
    expect(merge(other({ path: deep(argumentLimits.depth) }))).toBe("TREE_TOO_DEEP");
  });
});

describe("Linking", () => {
  const link = (parent: Other | null, linkedThere = false) =>
    because(canLink(moderator, { ...facts(), linkedThere }, parent));

  test("puts a reference in another place, once", () => {
    expect(link(other())).toBe("granted");
    expect(link(null)).toBe("granted");
    expect(link(other(), true)).toBe("STANDS_THERE");
    expect(link(other({ id: 2, path: [2] }))).toBe("STANDS_THERE");
    expect(link(other({ path: [2, 1, 1] }))).toBe("BELOW_ITSELF");
    expect(link(other({ status: "ARCHIVED" }))).toBe("PLACE_ARCHIVED");
  });
});
