import { describe, expect, test } from "vitest";
import { DigestFrequency, NotificationKind } from "@/lib/db/generated/enums";
import { canFollow, canManage } from "@/lib/notifications/rules";
import {
  markAllReadSchema,
  notificationIdSchema,
  saveSettingsSchema,
} from "@/lib/notifications/schema";
import { digestFrequencies, mostFollowed, notificationKinds } from "@/lib/notifications/vocabulary";
import type { Viewer } from "@/lib/shared/viewer";

const member: Viewer = { id: 1, handle: "ada", name: "Ada", role: "MEMBER", emailVerified: true };

describe("Who may follow and choose what is mailed", () => {
  test("a member may", () => {
    expect(canManage(member)).toEqual({ granted: true });
    expect(canFollow(member, mostFollowed - 1)).toEqual({ granted: true });
  });

  test.each([canManage, (viewer: Viewer | null) => canFollow(viewer, 0)])(
    "nobody without an account, and no program that may only read",
    (rule) => {
      expect(rule(null)).toEqual({ granted: false, because: "SIGN_IN_REQUIRED" });
      expect(rule({ ...member, scopes: ["read"] })).toEqual({
        granted: false,
        because: "SCOPE_MISSING",
      });
      expect(rule({ ...member, scopes: ["read", "write"] })).toEqual({ granted: true });
    },
  );

  test("who follows as many debates as one can follows no more", () => {
    expect(canFollow(member, mostFollowed)).toEqual({ granted: false, because: "FOLLOWS_FULL" });
  });
});

describe("The vocabulary", () => {
  test("is the database's", () => {
    expect([...notificationKinds].sort()).toEqual(Object.values(NotificationKind).sort());
    expect([...digestFrequencies].sort()).toEqual(Object.values(DigestFrequency).sort());
  });

  test.each(["17", "2147483647", "42-137"])("%s names a notification", (id) => {
    expect(notificationIdSchema.safeParse(id).success).toBe(true);
  });

  test.each(["0", "017", "2147483648", "42-", "-42", "1 OR 1=1", ""])("%s names none", (id) => {
    expect(notificationIdSchema.safeParse(id).success).toBe(false);
  });

  test("a form without a ticked box asks for no mail of any kind, and a repeated one is one", () => {
    expect(saveSettingsSchema.parse({ digest: "DAILY" })).toEqual({ digest: "DAILY", mailed: [] });
    expect(saveSettingsSchema.parse({ digest: "NEVER", mailed: "REPLY" }).mailed).toEqual([
      "REPLY",
    ]);
    expect(
      saveSettingsSchema.parse({ digest: "WEEKLY", mailed: ["MODERATION", "REPLY", "REPLY"] })
        .mailed,
    ).toEqual(["REPLY", "MODERATION"]);
    expect(saveSettingsSchema.safeParse({ digest: "HOURLY" }).success).toBe(false);
  });

  test("all of a page are marked up to a moment that is one", () => {
    expect(markAllReadSchema.safeParse({ until: "yesterday" }).success).toBe(false);
    expect(markAllReadSchema.parse({ until: "2026-11-24T08:00:00.000Z", kind: "" })).toEqual({
      until: "2026-11-24T08:00:00.000Z",
      kind: undefined,
    });
  });
});
