import { beforeAll, expect, test } from "vitest";
import { authSecret } from "@/lib/auth/cookie";
import { identify } from "@/lib/auth/identify";
import { db } from "@/lib/db/client";
import { getUnsubscribe, postUnsubscribe } from "@/lib/notifications/handlers/unsubscribe";
import { unsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { createUser } from "@/tests/factories/create-user";

let ada: Awaited<ReturnType<typeof createUser>>;
let grace: Awaited<ReturnType<typeof createUser>>;

beforeAll(async () => {
  [ada, grace] = [await createUser(db), await createUser(db)];
});

const address = (token: string) =>
  `http://counterpoint.test/api/notifications/unsubscribe?token=${encodeURIComponent(token)}`;
const post = (token: string) => postUnsubscribe(new Request(address(token), { method: "POST" }));
const digestOf = async (userId: number) =>
  (await db.notificationSettings.findUnique({ where: { userId } }))?.digest ?? "DAILY";

test("A token of one's own with another person's number unsubscribes nobody", async () => {
  const [, signature] = unsubscribeToken(ada.id, authSecret()).split(".");
  for (const forged of [`${grace.id}.${signature}`, `${grace.id}`, "", "x".repeat(5000)]) {
    expect((await post(forged)).status).toBe(410);
  }
  expect([await digestOf(ada.id), await digestOf(grace.id)]).toEqual(["DAILY", "DAILY"]);
});

test("A token made with another secret, or without one, is worth nothing", async () => {
  for (const secret of ["another secret, long enough for all", ""]) {
    expect((await post(unsubscribeToken(grace.id, secret))).status).toBe(410);
  }
  expect(await digestOf(grace.id)).toBe("DAILY");
});

test("Opening the link unsubscribes nobody, as mail scanners open all links", () => {
  const answer = getUnsubscribe(new Request(address(unsubscribeToken(grace.id, authSecret()))));
  expect(answer.status).toBe(303);
  return expect(digestOf(grace.id)).resolves.toBe("DAILY");
});

test("The token signs nobody in and opens nothing of the API", async () => {
  const token = unsubscribeToken(ada.id, authSecret());
  for (const headers of [
    { authorization: `Bearer ${token}` },
    { authorization: `Bearer cp_${token}` },
    { cookie: `next-auth.session-token=${token}` },
  ] as Record<string, string>[]) {
    expect(await identify(new Headers(headers))).toBeNull();
  }
});

test("The right token ends its own person's digests and no other's, and an erased person's nothing", async () => {
  await db.user.update({
    where: { id: ada.id },
    data: { status: "ERASED", email: null, emailVerifiedAt: null },
  });
  expect((await post(unsubscribeToken(ada.id, authSecret()))).status).toBe(200);
  expect(await db.notificationSettings.count({ where: { userId: ada.id } })).toBe(0);
  expect((await post(unsubscribeToken(grace.id, authSecret()))).status).toBe(200);
  expect(await digestOf(grace.id)).toBe("NEVER");
});
