import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eraseAccount } from "@/lib/accounts/commands/erase";
import { disableAccount } from "@/lib/accounts/commands/staff";
import { exportAccount } from "@/lib/accounts/queries/export";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { workOnce } from "@/lib/jobs/worker";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { browser, program, reader } from "../api/client";
import { startReceiver } from "./receiver";

type Made = { id: number; secret: string };
type Shown = { id: number; url: string; events: string[]; debate: string | null; paused: boolean };
type Sent = { id: string; event: string; status: string };

let ada: Awaited<ReturnType<typeof program>>;
let slug: string;

beforeAll(() => void Object.assign(env, { WEBHOOK_ALLOW_PRIVATE: true }));
beforeEach(async () => {
  ada = await program();
  ({ slug } = await createDebate(db));
});

const wanted = (url = "https://hooks.example.org/a") => ({
  url,
  events: ["argument.created"],
  debate: slug,
});
const make = async (caller: typeof ada, url?: string) =>
  (await caller.ask<Made>("POST", "/webhooks", { json: wanted(url) })).body;

describe("A program", () => {
  test("makes a webhook, is told its secret once, changes, pauses and deletes it", async () => {
    const made = await ada.ask<Made>("POST", "/webhooks", { json: wanted() });
    expect(made.status).toBe(201);
    expect(made.body.secret).toMatch(/^whsec_/);
    const path = `/webhooks/${made.body.id}`;
    const shown = await ada.ask<Shown>("GET", path);
    expect(shown.body).toMatchObject({ ...wanted(), paused: false, pausedBecause: "" });
    expect(JSON.stringify(shown.body)).not.toContain(made.body.secret);
    const changed = await ada.ask<Shown>("PATCH", path, {
      json: { events: ["votes.changed"], paused: true },
    });
    expect(changed.body).toMatchObject({ events: ["votes.changed"], paused: true });
    const rotated = await ada.ask<Made>("POST", `${path}/secret`);
    expect(rotated.body.secret).not.toBe(made.body.secret);
    expect((await ada.ask("DELETE", path)).status).toBe(204);
    expect((await ada.ask("GET", path)).status).toBe(404);
  });

  test("pings, reads the log and has something sent again", async () => {
    const receiver = await startReceiver();
    const { id } = await make(ada, receiver.url);
    const { status, body } = await ada.ask<{ deliveryId: string }>("POST", `/webhooks/${id}/ping`);
    expect(status).toBe(202);
    await workOnce();
    const log = await ada.ask<{ items: Sent[] }>("GET", `/webhooks/${id}/deliveries`);
    expect(log.body.items).toMatchObject([
      { id: body.deliveryId, event: "ping", status: "DELIVERED" },
    ]);
    const again = `/webhooks/${id}/deliveries/${body.deliveryId}/redeliver`;
    expect((await ada.ask("POST", again)).status).toBe(202);
    await workOnce();
    expect(receiver.heard).toHaveLength(2);
    receiver.stop();
  });

  test("is told which input cannot be used", async () => {
    const refused = await ada.ask("POST", "/webhooks", {
      json: { url: "ftp://example.org/", events: ["ping"], debate: slug },
    });
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.body.errors!)).toContain("events.0");
    const url = await ada.ask("POST", "/webhooks", { json: wanted("ftp://example.org/") });
    expect(url.body.errors!.url![0]).toContain("https://");
  });

  test("cannot make one without the scope write, and an anonymous reader cannot at all", async () => {
    const readOnly = await program(["read"]);
    expect((await readOnly.ask("POST", "/webhooks", { json: wanted() })).body.code).toBe(
      "SCOPE_MISSING",
    );
    expect((await reader.ask("GET", "/webhooks")).status).toBe(401);
    expect((await reader.ask("POST", "/webhooks", { json: wanted() })).status).toBe(401);
  });

  test("cannot have one for a draft debate", async () => {
    const draft = await createDebate(db, { status: "DRAFT", openedAt: null });
    const json = { ...wanted(), debate: draft.slug };
    expect((await ada.ask("POST", "/webhooks", { json })).status).toBe(404);
  });
});

test("A member neither sees nor touches another's webhook or its log", async () => {
  const { id } = await make(ada);
  const { body } = await ada.ask<{ deliveryId: string }>("POST", `/webhooks/${id}/ping`);
  const bob = await browser();
  expect((await bob.ask<{ items: Shown[] }>("GET", "/webhooks")).body.items).toEqual([]);
  const attempts = [
    ["GET", `/webhooks/${id}`, undefined],
    ["PATCH", `/webhooks/${id}`, { paused: true }],
    ["POST", `/webhooks/${id}/secret`, undefined],
    ["POST", `/webhooks/${id}/ping`, undefined],
    ["GET", `/webhooks/${id}/deliveries`, undefined],
    ["POST", `/webhooks/${id}/deliveries/${body.deliveryId}/redeliver`, undefined],
    ["DELETE", `/webhooks/${id}`, undefined],
  ] as const;
  for (const [method, path, json] of attempts) {
    expect((await bob.ask(method, path, { json })).status, `${method} ${path}`).toBe(404);
  }
  const own = await make(bob as unknown as typeof ada);
  const crossed = `/webhooks/${own.id}/deliveries/${body.deliveryId}/redeliver`;
  expect((await bob.ask("POST", crossed)).status).toBe(404);
  expect((await ada.ask("GET", `/webhooks/${id}`)).status).toBe(200);
});

test("An account that is closed has nothing sent; one that is erased leaves no webhook", async () => {
  const receiver = await startReceiver();
  const user = await createUser(db, { email: `${slug}@example.org` });
  const caller = await program(["read", "write"], user);
  const { id } = await make(caller, receiver.url);
  const { id: debateId } = await db.debate.findUniqueOrThrow({ where: { slug } });
  await createArgument(db, { debateId });
  await disableAccount(user.email!);
  await createArgument(db, { debateId });
  await workOnce();
  expect(receiver.heard).toHaveLength(0);
  expect(await db.webhookDelivery.count({ where: { webhookId: id } })).toBe(1);
  await db.user.update({ where: { id: user.id }, data: { status: "ACTIVE" } });
  await eraseAccount(asViewer(user), { handle: user.handle, password: "" });
  expect(await db.webhook.count({ where: { ownerId: user.id } })).toBe(0);
  receiver.stop();
});

test("A person's export names their webhooks and no secret", async () => {
  const { id, secret } = await make(ada);
  const account = await db.user.findUniqueOrThrow({ where: { id: ada.person.id } });
  const { sealedSecret } = await db.webhook.findUniqueOrThrow({ where: { id } });
  const exported = await exportAccount(asViewer(account));
  const text = JSON.stringify(exported);
  expect(exported.person.webhooks).toMatchObject([
    { url: "https://hooks.example.org/a", debate: { slug } },
  ]);
  expect(text).not.toContain(secret);
  expect(text).not.toContain(sealedSecret);
});
