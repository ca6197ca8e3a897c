import { mail } from "./mail-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { sendDigests } from "@/lib/notifications/commands/send-digests";
import { getUnsubscribe, postUnsubscribe } from "@/lib/notifications/handlers/unsubscribe";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";

afterAll(() => mail.stop());

const hour = 3_600_000;
/** Half past nine in the morning of a Monday to come: what happens now is due by then. */
const morning = new Date(Date.now() + 24 * hour);
morning.setUTCDate(morning.getUTCDate() + ((8 - morning.getUTCDay()) % 7));
morning.setUTCHours(9, 30, 0, 0);
const later = (hours: number) => new Date(morning.getTime() + hours * hour);

let debate: { id: number; slug: string };
let place: { debateId: number; argumentId: number };

beforeAll(async () => {
  debate = await createDebate(db, { title: "Sunday <opening>" });
  const { id } = await createArgument(db, { debateId: debate.id });
  place = { debateId: debate.id, argumentId: id };
});

beforeEach(async () => {
  mail.inbox.length = 0;
  mail.failing = false;
  mail.refused = "";
  await db.notification.deleteMany();
  await db.follow.deleteMany();
  await db.notificationSettings.deleteMany();
});

type Person = Awaited<ReturnType<typeof createUser>>;

/** Tells a person of so many comments, as the commands do. */
async function tell(person: Person, count = 1, kind: "REPLY" | "MENTION" = "REPLY") {
  const by = await createUser(db, { name: "Grace <b>Hopper</b>" });
  for (let n = 1; n <= count; n += 1) {
    const comment = await createComment(db, { ...place, authorId: by.id, body: `Remark ${n}` });
    await db.notification.create({
      data: { userId: person.id, kind, ...place, commentId: comment.id, actorId: by.id },
    });
  }
}

describe("A digest by e-mail", () => {
  it("tells in plain words and as HTML what a member has not read, grouped by debate, once", async () => {
    const person = await createUser(db, { name: "Ada" });
    await tell(person, 2);
    expect(await sendDigests(morning)).toEqual({ sent: 1, failed: 0 });
    const [message] = mail.sentTo(person.email);
    const { raw, text } = message!;
    expect(raw).toMatch(/^Subject: 2 new things for you on localhost/m);
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(text).toContain("Hello Ada,");
    expect(text.match(/^Sunday <opening>$/gm)).toHaveLength(1);
    expect(text).toContain("* Grace <b>Hopper</b> commented on your argument");
    expect(text).toContain("Sunday &lt;opening&gt;");
    expect(text).toContain("Grace &lt;b&gt;Hopper&lt;/b&gt; commented");
    expect(text).toMatch(/http:\/\/localhost:3000\/debates\/\S+\?comment=\d+-\d+#comment-\d+-\d+/);
    expect(await sendDigests(later(1))).toEqual({ sent: 0, failed: 0 });
    expect(await sendDigests(later(25))).toEqual({ sent: 0, failed: 0 });
  });

  it("is quiet for whoever has read everything, wants none, has no confirmed address or no account", async () => {
    const people = await Promise.all([
      createUser(db),
      createUser(db),
      createUser(db, { emailVerifiedAt: null }),
      createUser(db, { status: "DISABLED" }),
      createUser(db),
    ]);
    for (const person of people) await tell(person);
    const [reader, never, , , mentioned] = people;
    await db.notification.updateMany({
      where: { userId: reader!.id },
      data: { readAt: new Date() },
    });
    await db.notificationSettings.create({ data: { userId: never!.id, digest: "NEVER" } });
    await db.notification.updateMany({
      where: { userId: mentioned!.id },
      data: { kind: "MENTION" },
    });
    expect(await sendDigests(morning)).toEqual({ sent: 0, failed: 0 });
  });

  it("names fifty and says how many more there are; none of them comes again", async () => {
    const person = await createUser(db);
    await tell(person, 62);
    await sendDigests(morning);
    const [message] = mail.sentTo(person.email);
    expect(message!.text).toContain("And 12 more:");
    expect(message!.text.match(/^\* /gm)).toHaveLength(50);
    expect(await db.notification.count({ where: { mailedAt: null } })).toBe(0);
  });

  it("counts the news of followed debates for whoever asked for them, and goes on from there", async () => {
    const person = await createUser(db);
    const data = { userId: person.id, mailed: ["FOLLOWED" as const] };
    await db.notificationSettings.create({ data });
    await db.follow.create({ data: { debateId: debate.id, userId: person.id } });
    await createArgument(db, { debateId: debate.id });
    await sendDigests(morning);
    expect(mail.sentTo(person.email)[0]!.text).toMatch(/\* \d+ new arguments since /);
    expect(await sendDigests(later(25))).toEqual({ sent: 0, failed: 0 });
    await createArgument(db, { debateId: debate.id });
    await sendDigests(later(49));
    expect(mail.sentTo(person.email)[1]!.text).toContain("* 1 new argument since ");
  });

  it("comes once a week to whoever chose that", async () => {
    const person = await createUser(db);
    await db.notificationSettings.create({ data: { userId: person.id, digest: "WEEKLY" } });
    await tell(person);
    await sendDigests(morning);
    await tell(person);
    await db.notification.updateMany({ where: { mailedAt: null }, data: { createdAt: later(24) } });
    await sendDigests(later(48));
    expect(mail.sentTo(person.email)).toHaveLength(1);
    await sendDigests(later(7 * 24));
    expect(mail.sentTo(person.email)).toHaveLength(2);
  });

  it("reaches everybody, in batches, once, with four workers at the same time", async () => {
    const people = await Promise.all(Array.from({ length: 120 }, () => createUser(db)));
    const { id: commentId, authorId: actorId } = await createComment(db, place);
    await db.notification.createMany({
      data: people.map(({ id: userId }) => ({
        ...{ userId, kind: "REPLY" as const, ...place, commentId, actorId },
      })),
    });
    const reports = await Promise.all([1, 2, 3, 4].map(() => sendDigests(morning)));
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(120);
    expect(mail.inbox.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort());
  });
});

describe("When the mail server fails", () => {
  it("nothing is lost: the next run writes", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => createUser(db)));
    for (const person of people) await tell(person);
    mail.failing = true;
    await expect(sendDigests(morning)).rejects.toThrow();
    expect(await db.notification.count({ where: { mailedAt: { not: null } } })).toBe(0);
    expect(await db.notificationSettings.count({ where: { lastDigestAt: { not: null } } })).toBe(0);
    mail.failing = false;
    expect(await sendDigests(later(1))).toEqual({ sent: 8, failed: 0 });
    expect(mail.inbox).toHaveLength(8);
  });

  it("an address that is refused for good waits for the next period, and holds nobody up", async () => {
    const people = await Promise.all(Array.from({ length: 3 }, () => createUser(db)));
    for (const person of people) await tell(person);
    mail.refused = people[0]!.email!;
    expect(await sendDigests(morning)).toEqual({ sent: 2, failed: 1 });
    mail.refused = "";
    expect(await sendDigests(later(1))).toEqual({ sent: 0, failed: 0 });
    expect(await sendDigests(later(25))).toEqual({ sent: 1, failed: 0 });
  });

  it("what is older than two weeks is not mailed any more", async () => {
    await tell(await createUser(db));
    expect(await sendDigests(later(15 * 24))).toEqual({ sent: 0, failed: 0 });
  });
});

describe("Unsubscribing in one click", () => {
  it("works as mail programs do it: no cookie, no Origin, no redirect; opening it changes nothing", async () => {
    const person = await createUser(db);
    await tell(person);
    await sendDigests(morning);
    const unfolded = mail.sentTo(person.email)[0]!.raw.replace(/\r\n[ \t]+/g, " ");
    const url = /^List-Unsubscribe: <(\S+)>/m.exec(unfolded)?.[1];
    expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(unfolded).not.toContain("mailto:");
    const digestOf = async () =>
      (await db.notificationSettings.findUnique({ where: { userId: person.id } }))?.digest;
    const opened = getUnsubscribe(new Request(url!));
    expect(opened.headers.get("location")).toMatch(/^\/unsubscribe\?token=/);
    expect(await digestOf()).toBe("DAILY");
    const body = new FormData();
    body.set("List-Unsubscribe", "One-Click");
    for (const sent of [body, new URLSearchParams({ "List-Unsubscribe": "One-Click" })]) {
      const answer = await postUnsubscribe(new Request(url!, { method: "POST", body: sent }));
      expect(answer.status).toBe(200);
      expect(await digestOf()).toBe("NEVER");
    }
    await tell(person);
    expect(await sendDigests(later(25))).toEqual({ sent: 0, failed: 0 });
  });
});
