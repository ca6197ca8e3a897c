import { describe, expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { mostNews } from "@/lib/notifications/vocabulary";
import type { NotificationEvent, NotificationView } from "@/lib/notifications/view";
import { detail, sentence, subject } from "@/lib/notifications/wording";

const t = translator("notifications");
const date = (at: Date) => at.toISOString().slice(0, 10);

const base: NotificationView = {
  id: "1",
  kind: "REPLY",
  event: "ARGUMENT",
  read: false,
  at: "2026-11-24T08:00:00.000Z",
  href: "/debates/sunday/arguments/1-2",
  debate: { slug: "sunday", title: "Sunday opening" },
  actor: { handle: "grace", name: "Grace", editorial: false },
  argument: {
    id: "1-2",
    number: "1.1",
    title: "Staff are few.",
    stance: "OPPOSE",
    archived: false,
  },
  comment: null,
  export: null,
  action: null,
  ofComment: false,
  reason: "",
  news: null,
};
const said = (changes: Partial<NotificationView>) => sentence({ ...base, ...changes }, t, date);

describe("What a notification says", () => {
  test.each([
    ["ARGUMENT", "Grace put an argument against yours"],
    ["COMMENT", "Grace commented on your argument"],
    ["ANSWER", "Grace answered your comment"],
    ["MENTION", "Grace named you in a comment"],
    ["EDITED", "Grace edited your argument"],
    ["ARCHIVED", "Grace archived your argument"],
    ["RESTORED", "Grace restored your argument"],
  ] satisfies [NotificationEvent, string][])("%s: %s", (event, words) => {
    expect(said({ event })).toBe(words);
  });

  test("the account may be gone by now", () => {
    expect(said({ event: "COMMENT", actor: null })).toBe(
      "A deleted account commented on your argument",
    );
  });

  test("news are counted, and many are more than can be counted", () => {
    const since = "2026-11-01T08:00:00.000Z";
    const news = (count: number) =>
      said({ kind: "FOLLOWED", event: "NEWS", news: { count, since } });
    expect(news(1)).toBe("1 new argument since 2026-11-01");
    expect(news(14)).toBe("14 new arguments since 2026-11-01");
    expect(news(mostNews + 1)).toBe("More than 999 new arguments since 2026-11-01");
  });

  test("what became of it meanwhile is said calmly", () => {
    const comment = { id: "1-9", deleted: false, excerpt: "Which hours?" };
    const more = (changes: Partial<NotificationView>) => detail({ ...base, ...changes }, t);
    expect(more({})).toBeNull();
    expect(more({ comment })).toBe("“Which hours?”");
    expect(more({ comment: { ...comment, deleted: true, excerpt: "" } })).toContain("deleted");
    expect(more({ argument: { ...base.argument!, archived: true } })).toContain("archived");
    expect(more({ argument: null })).toContain("not here any more");
    expect(more({ event: "ARCHIVED", reason: "A duplicate." })).toBe("Reason: A duplicate.");
    expect(subject(base, t)).toBe("1.1 Staff are few.");
  });

  test("what was done to a comment is told apart from what was done to its argument", () => {
    const hidden = { ...base, kind: "MODERATION", event: "MODERATED", ofComment: true } as const;
    expect(subject(hidden, t)).toBe("Your comment on 1.1 Staff are few.");
    expect(subject({ ...hidden, kind: "FLAGGED" }, t)).toBe("A comment on 1.1 Staff are few.");
  });
});
