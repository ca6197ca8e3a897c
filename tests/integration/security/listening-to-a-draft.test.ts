import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessionCookieName } from "@/lib/auth/cookie";
import { createSession } from "@/lib/auth/identify";
import { hashCode, newPersonalToken } from "@/lib/auth/secret-code";
import { db } from "@/lib/db/client";
import { live } from "@/lib/live/live";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { openInstance, Reader } from "../live/instance";

let instance: Awaited<ReturnType<typeof openInstance>>;
beforeAll(async () => void (instance = await openInstance({ passesOn: true })));
afterAll(() => Promise.all([instance.stop(), live()?.stop()]));

const open = (slug: string, headers: Record<string, string> = {}) =>
  Reader.open(instance.port, slug, headers);
/** Rights are looked at every five seconds. */
const soon = { timeout: 8000, interval: 200 };

async function browserOf(userId: number) {
  return { cookie: `${sessionCookieName()}=${await createSession(userId, "A browser")}` };
}

async function tokenOf(userId: number, scopes: string[]) {
  const token = newPersonalToken();
  const data = { userId, name: "A test", scopes, tokenHash: hashCode(token) };
  await db.personalToken.create({ data });
  return { authorization: `Bearer ${token}` };
}

describe("A draft debate's events", () => {
  test("are for its editors alone", async () => {
    const debate = await createDebate(db, { status: "DRAFT" });
    const [editor, member] = [await createUser(db), await createUser(db)];
    await db.debateRole.create({
      data: { debateId: debate.id, userId: editor.id, role: "EDITOR" },
    });
    const refused = [
      await open(debate.slug),
      await open(debate.slug, await browserOf(member.id)),
      await open(debate.slug, await tokenOf(member.id, ["read"])),
      await open(debate.slug, { cookie: `${sessionCookieName()}=forged` }),
      await open("no-such-debate"),
    ];
    for (const reader of refused) {
      await expect.poll(() => reader.raw).toContain("NOT_FOUND");
      expect(reader.status).toBe(404);
    }
    const reader = await open(debate.slug, await browserOf(editor.id));
    expect((await reader.ready()).status).toBe(200);
    reader.close();
  });

  test("end within seconds for who loses the role, and for the public when a debate is withdrawn", async () => {
    const debate = await createDebate(db, { status: "OPEN" });
    const [editor, passer] = [await createUser(db), await createUser(db)];
    const role = { debateId: debate.id, userId: editor.id, role: "EDITOR" as const };
    await db.debateRole.create({ data: role });
    const readers = await Promise.all([
      open(debate.slug, await browserOf(editor.id)),
      open(debate.slug, await browserOf(passer.id)),
      open(debate.slug),
    ]);
    for (const reader of readers) await reader.ready();
    await db.debate.update({ where: { id: debate.id }, data: { status: "DRAFT" } });
    await expect.poll(() => readers.map(({ ended }) => ended), soon).toEqual([false, true, true]);
    await db.debateRole.deleteMany({ where: role });
    await expect.poll(() => readers[0]!.ended, soon).toBe(true);
  });
});

describe("A stream ends within seconds", () => {
  test("when its session is ended, its token revoked or its account disabled", async () => {
    const { slug } = await createDebate(db);
    const people = await Promise.all([1, 2, 3, 4].map(() => createUser(db)));
    const [left, revoked, disabled, stays] = people.map(({ id }) => id);
    const readers = await Promise.all([
      open(slug, await browserOf(left!)),
      open(slug, await tokenOf(revoked!, ["read"])),
      open(slug, await browserOf(disabled!)),
      open(slug, await browserOf(stays!)),
    ]);
    for (const reader of readers) await reader.ready();
    await db.session.deleteMany({ where: { userId: left! } });
    await db.personalToken.updateMany({
      where: { userId: revoked! },
      data: { revokedAt: new Date() },
    });
    await db.user.update({ where: { id: disabled! }, data: { status: "DISABLED" } });
    await expect
      .poll(() => readers.map(({ ended }) => ended), soon)
      .toEqual([true, true, true, false]);
    readers[3]!.close();
  });

  test("and a token that may not read does not begin one", async () => {
    const { slug } = await createDebate(db);
    const { id } = await createUser(db);
    expect((await open(slug, await tokenOf(id, ["write"]))).status).toBe(403);
    expect((await open(slug, { authorization: "Bearer cp_nothing" })).status).toBe(401);
  });
});

test("One network cannot take every place: more streams than its share are answered 429", async () => {
  const { slug } = await createDebate(db);
  // What the socket does not answer is answered by the API, which has streams of its own here.
  const all = [instance.live.hub.doors, live()!.hub.doors];
  for (const doors of all) while (doors.enter("127.0.0.1"));
  const refused = await open(slug);
  await expect.poll(() => refused.raw).toContain("TOO_MANY_REQUESTS");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  for (const doors of all) doors.leave("127.0.0.1");
  const reader = await open(slug);
  expect(reader.status).toBe(200);
  reader.close();
});
