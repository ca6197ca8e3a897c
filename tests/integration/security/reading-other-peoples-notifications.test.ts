import { beforeAll, expect, test } from "vitest";
import { markAllRead, markRead, openNotification } from "@/lib/notifications/commands/mark-read";
import { getNotification } from "@/lib/notifications/queries/notifications";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { program, reader } from "../api/client";

let id: string;
let owner: Awaited<ReturnType<typeof createUser>>;
let stranger: Awaited<ReturnType<typeof createUser>>;

beforeAll(async () => {
  [owner, stranger] = [await createUser(db), await createUser(db)];
  const debate = await createDebate(db);
  const argument = await createArgument(db, { debateId: debate.id });
  const data = { kind: "REPLY" as const, debateId: debate.id, argumentId: argument.id };
  id = String((await db.notification.create({ data: { ...data, userId: owner.id } })).id);
});

const isUnread = async () =>
  (await db.notification.findFirstOrThrow({ where: { userId: owner.id } })).readAt === null;

test("Nobody lists, opens or marks another person's notifications", async () => {
  const viewer = asViewer(stranger);
  expect(await getNotification(viewer, id)).toBeNull();
  await expect(openNotification(viewer, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await markRead(viewer, { ids: [id] })).toEqual({ read: 0 });
  expect(await markAllRead(viewer, {})).toEqual({ read: 0 });
  const program1 = await program(["read", "write"], stranger);
  const listed = await program1.ask<{ items: unknown[] }>("GET", "/me/notifications");
  expect(listed.body.items).toEqual([]);
  const asked = await program1.ask("POST", "/me/notifications/read", { json: { ids: [id] } });
  expect(asked.body).toEqual({ read: 0 });
  expect(await isUnread()).toBe(true);
});

test("Without an account there is nothing to see, and a token that reads marks nothing", async () => {
  for (const path of ["/me/notifications", "/me/follows", "/me/notification-settings"]) {
    expect((await reader.ask("GET", path)).status).toBe(401);
  }
  const reads = await program(["read"], owner);
  expect(
    (await reads.ask<{ items: unknown[] }>("GET", "/me/notifications")).body.items,
  ).toHaveLength(1);
  const marked = await reads.ask("POST", "/me/notifications/read", { json: { all: true } });
  expect([marked.status, marked.body.code]).toEqual([403, "SCOPE_MISSING"]);
  expect(await isUnread()).toBe(true);
});
