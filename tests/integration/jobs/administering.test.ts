import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands/enqueue";
import { cleanUp } from "@/lib/jobs/commands/housekeeping";
import { handlers } from "@/lib/jobs/handlers";
import { sender } from "@/lib/jobs/queue";
import { workOnce } from "@/lib/jobs/worker";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { program } from "../api/client";

type Report = {
  queues: { name: string; failed: number; done: number; cancelled: number }[];
  troubled: { id: string; name: string; error: string; attempts: number }[];
};

const worked = vi.spyOn(handlers, "housekeeping");
let administrator: Awaited<ReturnType<typeof program>>;

beforeAll(async () => {
  await sender();
  const person = await createUser(db, { role: "ADMINISTRATOR" });
  administrator = await program(["read", "write", "moderate"], person);
});
beforeEach(async () => {
  await db.$executeRaw`DELETE FROM pgboss.job`;
  worked.mockReset();
  worked.mockRejectedValue(new Error("no answer from ada@example.org"));
  await enqueue("housekeeping", {});
  await db.$executeRaw`UPDATE pgboss.job SET retry_limit = 0`;
  await workOnce();
});

const report = async () => (await administrator.ask<Report>("GET", "/admin/jobs")).body;
const queue = async () => (await report()).queues.find(({ name }) => name === "housekeeping")!;

test("An administrator sees what failed and why, without anybody's address, and has it tried again", async () => {
  const { troubled } = await report();
  expect(troubled).toMatchObject([
    { name: "housekeeping", error: "no answer from [address]", attempts: 1 },
  ]);
  expect(await queue()).toMatchObject({ failed: 1 });
  worked.mockResolvedValue({});
  const again = `/admin/jobs/housekeeping/${troubled[0]!.id}/retry`;
  expect((await administrator.ask("POST", again)).status).toBe(200);
  expect(await workOnce()).toEqual({ done: 1, failed: 0 });
  expect(await queue()).toMatchObject({ failed: 0, done: 1 });
  expect((await administrator.ask("POST", again)).status).toBe(404);
});

test("An administrator gives a job up", async () => {
  const [{ id } = { id: "" }] = (await report()).troubled;
  const path = `/admin/jobs/housekeeping/${id}/cancel`;
  expect((await administrator.ask("POST", path)).status).toBe(200);
  expect(await queue()).toMatchObject({ failed: 0, cancelled: 1 });
  expect((await report()).troubled).toEqual([]);
  expect((await administrator.ask("POST", `/admin/jobs/users/${id}/cancel`)).status).toBe(404);
});

test("Members, moderators and tokens without the scope neither see nor steer the work", async () => {
  const [{ id } = { id: "" }] = (await report()).troubled;
  const moderator = await createUser(db, { role: "MODERATOR" });
  const former = await createUser(db, { role: "ADMINISTRATOR" });
  const callers = [
    await program(),
    await program(["read", "write", "moderate"], moderator),
    await program(["read", "write"], administrator.person),
  ];
  for (const caller of callers) {
    expect((await caller.ask("GET", "/admin/jobs")).status).toBe(403);
    for (const verb of ["retry", "cancel"]) {
      expect((await caller.ask("POST", `/admin/jobs/housekeeping/${id}/${verb}`)).status).toBe(403);
    }
  }
  const lately = await program(["read", "write", "moderate"], former);
  await db.user.update({ where: { id: former.id }, data: { role: "MEMBER" } });
  expect((await lately.ask("GET", "/admin/jobs")).status).toBe(403);
  expect(await queue()).toMatchObject({ failed: 1 });
});

test("Housekeeping removes what is past its use and keeps the rest", async () => {
  const user = await createUser(db);
  const { id: debateId } = await createDebate(db);
  const now = new Date("2026-11-24T12:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const day = 24 * 60;
  const both = async (write: (age: Date, name: string) => Promise<unknown>, limit: number) => {
    await write(ago(limit + 1), "old");
    await write(ago(limit - 1), "new");
  };
  const userId = user.id;
  await both((expiresAt) => db.session.create({ data: { userId, expiresAt } }), 0);
  await both(
    (expiresAt, tokenHash) =>
      db.oneTimeToken.create({
        data: { tokenHash, userId, purpose: "VERIFY_EMAIL", email: "a@example.org", expiresAt },
      }),
    7 * day,
  );
  await both(
    (createdAt, key) =>
      db.idempotentAnswer.create({ data: { userId, key, requestHash: "0".repeat(64), createdAt } }),
    day,
  );
  await both((createdAt, list) => db.ranking.create({ data: { debateId, list, createdAt } }), 60);
  for (const minutes of [12, 11, 9]) {
    const at = new Date(Date.now() - minutes * 60_000);
    await db.liveEvent.create({ data: { debateId, at, payload: {} } });
  }
  const { id: webhookId } = await db.webhook.create({
    data: { ownerId: userId, url: "https://example.org/", sealedSecret: "x", events: ["ping"] },
  });
  await both(
    (createdAt) =>
      db.webhookDelivery.create({ data: { webhookId, event: "ping", payload: {}, createdAt } }),
    30 * day,
  );
  await both(
    (readAt) => db.notification.create({ data: { userId, kind: "REPLY", readAt } }),
    90 * day,
  );
  await db.notification.create({ data: { userId, kind: "REPLY", createdAt: ago(400 * day) } });
  const one = Object.fromEntries(
    ["sessions", "links", "answers", "rankings", "liveEvents", "deliveries", "notifications"].map(
      (name) => [name, 1],
    ),
  );
  expect(await cleanUp(now)).toEqual({ ...one, notifications: 2, votes: 0, exportPieces: 0 });
  expect(Object.values(await cleanUp(now)).every((count) => count === 0)).toBe(true);
  expect(await db.notification.count({ where: { userId } })).toBe(1);
});
