import { mail } from "../notifications/mail-server";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { escalateReview } from "@/lib/moderation/commands/escalate-review";
import { flag } from "@/lib/moderation/commands/flag";
import { mailQueueDigests, mailUrgent } from "@/lib/moderation/commands/mail-moderators";
import type { FlagReason } from "@/lib/moderation/vocabulary";
import { saveSettings } from "@/lib/notifications/commands/settings";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

afterAll(() => mail.stop());

beforeEach(async () => {
  mail.inbox.length = 0;
  mail.failing = false;
  await db.flag.deleteMany();
  await db.review.deleteMany();
  await db.debateRole.deleteMany();
  await db.user.updateMany({ data: { role: "MEMBER" } });
});

const hour = 3_600_000;
const noon = new Date(Date.now() + 24 * hour);
noon.setUTCHours(12, 0, 0, 0);
const later = (hours: number) => new Date(noon.getTime() + hours * hour);

async function flagged(reason: FlagReason = "SPAM") {
  const { id: debateId } = await createDebate(db);
  const { id } = await createArgument(db, { debateId, title: "Buy your passes at my shop." });
  const target = { target: "ARGUMENT", id: { debateId, id } } as const;
  await flag(asViewer(await createUser(db)), { ...target, reason, note: "" });
  const { id: review } = await db.review.findFirstOrThrow({ where: { debateId } });
  return { debateId, review };
}

describe("A mail about the queue", () => {
  it("tells a moderator once a day how much waits, and an editor of their debate's", async () => {
    const [moderator, editor, idle, member] = await Promise.all([
      createUser(db, { role: "MODERATOR", name: "Moe" }),
      createUser(db),
      createUser(db),
      createUser(db),
    ]);
    const { debateId, review } = await flagged();
    await flagged();
    await escalateReview(asViewer(moderator), { review, note: "" });
    const other = await createDebate(db);
    for (const [userId, at] of [
      [editor.id, debateId],
      [idle.id, other.id],
    ] as const)
      await db.debateRole.create({ data: { debateId: at, userId, role: "EDITOR" } });
    const reports = await Promise.all([mailQueueDigests(noon), mailQueueDigests(noon)]);
    expect(reports[0]!.sent + reports[1]!.sent).toBe(2);
    const [message] = mail.sentTo(moderator.email);
    expect(message?.text).toContain("Hello Moe,");
    expect(message?.text).toContain("2 things wait for a moderator");
    expect(message?.text).toContain("One was passed on to the administrators.");
    expect(message?.text).not.toContain("shop");
    expect(mail.sentTo(editor.email)[0]?.text).toContain("one thing waits");
    for (const { email } of [idle, member]) expect(mail.sentTo(email)).toEqual([]);
    expect(await mailQueueDigests(later(2))).toEqual({ sent: 0, failed: 0 });
    expect(await mailQueueDigests(later(20))).toEqual({ sent: 2, failed: 0 });
  });

  it("is quiet for whoever has switched it off or when nothing waits", async () => {
    const moderator = await createUser(db, { role: "MODERATOR" });
    expect(await mailQueueDigests(noon)).toEqual({ sent: 0, failed: 0 });
    await flagged();
    await saveSettings(asViewer(moderator), { queueMails: false });
    expect(await mailQueueDigests(noon)).toEqual({ sent: 0, failed: 0 });
  });

  it("is tried again when the mail server fails", async () => {
    await createUser(db, { role: "MODERATOR" });
    await flagged();
    mail.failing = true;
    expect(await mailQueueDigests(noon)).toEqual({ sent: 0, failed: 1 });
    mail.failing = false;
    expect(await mailQueueDigests(later(1))).toEqual({ sent: 1, failed: 0 });
  });

  it("comes at once for what is against the law or private, and for nothing else", async () => {
    const moderator = await createUser(db, { role: "MODERATOR" });
    const spam = await flagged("SPAM");
    expect(await mailUrgent(spam.review)).toEqual({ sent: 0, failed: 0 });
    const { review } = await flagged("PRIVATE_INFORMATION");
    const jobs = await db.$queryRaw<{ data: object }[]>`
      SELECT data FROM pgboss.job WHERE name = 'moderation-alert'`;
    expect(jobs.map(({ data }) => data)).toEqual([{ review }]);
    expect(await mailUrgent(review)).toEqual({ sent: 1, failed: 0 });
    expect(mail.sentTo(moderator.email)[0]?.text).toContain(`/moderation/${review}`);
  });
});
