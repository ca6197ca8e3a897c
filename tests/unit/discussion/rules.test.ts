import { describe, expect, it } from "vitest";
import { debateStatuses } from "@/lib/debates/schema";
import {
  canComment,
  canDeleteComment,
  canEditComment,
  canReplyToComment,
  type CommentFacts,
} from "@/lib/discussion/rules";
import { siteRoles, type Viewer } from "@/lib/shared/viewer";

const ada: Viewer = { id: 1, handle: "ada", name: "Ada", role: "MEMBER", emailVerified: true };
const facts: CommentFacts = {
  debateStatus: "OPEN",
  argumentStatus: "LIVE",
  authorId: 1,
  deleted: false,
  debateLocked: false,
  threadLocked: false,
  slowUntil: null,
};
const because = (permission: { granted: boolean; because?: string }) => permission.because;

describe("Who may comment", () => {
  it("A member comments in an open debate and nowhere else", () => {
    for (const debateStatus of debateStatuses) {
      const permission = canComment(ada, { ...facts, debateStatus });
      expect(because(permission)).toBe(debateStatus === "OPEN" ? undefined : "DEBATE_NOT_OPEN");
    }
  });

  it("An archived argument takes no comments", () => {
    expect(because(canComment(ada, { ...facts, argumentStatus: "ARCHIVED" }))).toBe(
      "ARGUMENT_ARCHIVED",
    );
  });

  it("A reader without an account is asked to sign in", () => {
    expect(because(canComment(null, facts))).toBe("SIGN_IN_REQUIRED");
  });

  it("A token that only reads does not write", () => {
    expect(because(canComment({ ...ada, scopes: ["read"] }, facts))).toBe("SCOPE_MISSING");
    expect(canComment({ ...ada, scopes: ["write"] }, facts).granted).toBe(true);
  });

  it("Nobody answers, changes or deletes words that are gone", () => {
    for (const rule of [canReplyToComment, canEditComment, canDeleteComment])
      expect(because(rule(ada, { ...facts, deleted: true }))).toBe("COMMENT_DELETED");
  });

  it("Only the writer changes or deletes a comment, whatever the others' role", () => {
    for (const rule of [canEditComment, canDeleteComment]) {
      expect(rule(ada, facts).granted).toBe(true);
      for (const role of siteRoles)
        expect(because(rule({ ...ada, id: 2, role }, facts))).toBe("NOT_AUTHOR");
    }
    expect(canReplyToComment({ ...ada, id: 2 }, facts).granted).toBe(true);
  });
});
