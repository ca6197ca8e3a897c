import { createHmac } from "node:crypto";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { archiveArgument, restoreArgument } from "@/lib/arguments/commands/archive-argument";
import { editArgument } from "@/lib/arguments/commands/edit-argument";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { db } from "@/lib/db/client";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { env } from "@/lib/env";
import { workOnce } from "@/lib/jobs/worker";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { changeWebhook, createWebhook, rotateSecret } from "@/lib/webhooks/commands/manage";
import { deliver } from "@/lib/webhooks/commands/deliver";
import { noteVotes } from "@/lib/webhooks/commands/note-votes";
import { pingWebhook, redeliver } from "@/lib/webhooks/commands/resend";
import { listDeliveries, listWebhooks } from "@/lib/webhooks/queries/webhooks";
import { mostAttempts } from "@/lib/webhooks/rules";
import { webhookEvents, type WebhookEvent } from "@/lib/webhooks/vocabulary";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { startReceiver } from "./receiver";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let owner: Viewer;
let author: Viewer;
let slug: string;
let debateId: number;
let status = 204;

beforeAll(() => {
  Object.assign(env, { WEBHOOK_ALLOW_PRIVATE: true });
});

beforeEach(async () => {
  status = 204;
  receiver = await startReceiver(() => status);
  owner = asViewer(await createUser(db));
  author = asViewer(await createUser(db));
  ({ slug, id: debateId } = await createDebate(db));
});

afterEach(async () => {
  receiver.stop();
  await db.webhook.deleteMany();
});

const add = (events: readonly WebhookEvent[] = webhookEvents, debate: string | null = slug) =>
  createWebhook(owner, { url: receiver.url, events: [...events], debate: debate ?? undefined });
const events = () => receiver.heard.map(({ body }) => body.event);
const log = async (webhookId: number) =>
  (await listDeliveries(owner, webhookId, { limit: 50 })).items;
const submit = (title = "People who work all week could use it.") =>
  submitArgument(author, {
    debate: slug,
    parentId: null,
    stance: "SUPPORT",
    title,
    body: "",
    sources: [],
    factIds: [],
  } as unknown as Parameters<typeof submitArgument>[1]);
/** Lets the waiting time of every pending delivery pass. */
const later = () =>
  db.$executeRaw`UPDATE webhook_deliveries SET next_attempt_at = now() WHERE status = 'PENDING'`;

test("What happens in a debate is delivered, and signed", async () => {
  const { secret } = await add();
  const made = await submit();
  const id = parsePublicId(made.id)!;
  const change = { title: "More people could use it.", body: "", sources: [], factIds: [] };
  await editArgument(author, { id, version: 1, ...change, reason: "" } as never);
  await archiveArgument(author, { id, version: 2, reason: "Said elsewhere." } as never);
  await restoreArgument(author, { id, version: 3, reason: "Not said elsewhere." } as never);
  const comment = await postComment(owner, { argumentId: id, body: "From when?" } as never);
  const commentId = parsePublicId(comment.id)!;
  await editComment(owner, { id: commentId, version: 1, body: "From when on?" });
  await deleteComment(owner, { id: commentId });
  await db.debate.update({ where: { id: debateId }, data: { status: "CLOSED" } });
  while ((await workOnce()).done > 0);
  expect([...events()].sort()).toEqual(
    [
      "argument.created",
      "argument.edited",
      "argument.archived",
      "argument.restored",
      "comment.created",
      "comment.edited",
      "comment.deleted",
      "debate.closed",
    ].sort(),
  );
  const { headers, text, body } = receiver.heard.find(
    (one) => one.body.event === "argument.edited",
  )!;
  expect(body).toMatchObject({
    debate: { slug, status: "CLOSED" },
    argument: { id: made.id, number: "1", stance: "SUPPORT", title: change.title },
  });
  expect(headers["counterpoint-event"]).toBe("argument.edited");
  expect(headers["counterpoint-delivery"]).toBe(body.id);
  const [, at, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers["counterpoint-signature"]!)!;
  expect(mac).toBe(createHmac("sha256", secret).update(`${at}.${text}`).digest("hex"));
  expect(Math.abs(Date.now() / 1000 - Number(at))).toBeLessThan(60);
  const deleted = receiver.heard.find((one) => one.body.event === "comment.created")!;
  expect(deleted.body.comment).toMatchObject({ status: "DELETED", body: "" });
});

test("A webhook hears of its own debate and its own events only, and of none that is a draft", async () => {
  const { id } = await add(["comment.created"]);
  const { id: everything } = await add(["argument.created"], null);
  const other = await createDebate(db);
  const draft = await createDebate(db, { status: "DRAFT", openedAt: null });
  await submit();
  await createArgument(db, { debateId: other.id });
  await createArgument(db, { debateId: draft.id });
  expect(await log(id)).toHaveLength(0);
  expect(await log(everything)).toHaveLength(2);
});

test("A debate that is taken back before the delivery is not told of", async () => {
  const { id } = await add(["argument.created"]);
  await submit();
  await db.debate.update({ where: { id: debateId }, data: { status: "DRAFT" } });
  await workOnce();
  expect(receiver.heard).toHaveLength(0);
  expect(await log(id)).toMatchObject([{ status: "FAILED", note: "NOT_PUBLIC" }]);
});

test("Many votes on one argument are told once, with what they add up to; earlier ones not at all", async () => {
  const made = parsePublicId((await submit()).id)!;
  const vote = async (impact: 1 | 2 | 3) =>
    castVote(asViewer(await createUser(db)), { id: made, impact } as never);
  await vote(1);
  const { id } = await add(["votes.changed"]);
  await noteVotes();
  expect(await log(id)).toHaveLength(0);
  await Promise.all([vote(3), vote(3), vote(2)]);
  await Promise.all([noteVotes(), noteVotes()]);
  await noteVotes();
  await workOnce();
  expect(receiver.heard).toHaveLength(1);
  expect(receiver.heard[0]!.body.argument).toMatchObject({
    votes: { count: 4, histogram: [0, 1, 1, 2, 0] },
  });
  await db.impactVote.deleteMany({ where: { debateId: made.debateId, argumentId: made.id } });
  expect(await noteVotes()).toBe(1);
});

test("A delivery that fails is tried again later, and counts as delivered when it arrives", async () => {
  const { id } = await add(["argument.created"]);
  status = 503;
  await submit();
  await workOnce();
  const [failed] = await log(id);
  expect(failed).toMatchObject({
    status: "PENDING",
    attempts: 1,
    responseStatus: 503,
    note: "STATUS",
  });
  expect(failed!.nextAttemptAt!.getTime()).toBeGreaterThan(Date.now() + 20_000);
  expect((await listWebhooks(owner))[0]!.failingSince).toBeInstanceOf(Date);
  await workOnce();
  expect(receiver.heard).toHaveLength(1);
  status = 200;
  await later();
  await workOnce();
  expect(await log(id)).toMatchObject([{ status: "DELIVERED", attempts: 2, note: "" }]);
  const ids = receiver.heard.map(({ headers }) => headers["counterpoint-delivery"]);
  expect(new Set(ids).size).toBe(1);
  expect((await listWebhooks(owner))[0]!.failingSince).toBeNull();
});

test("After eight attempts a delivery is given up; after days without success the webhook is switched off", async () => {
  const { id } = await add(["argument.created"]);
  status = 500;
  await submit();
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    await later();
    await workOnce();
  }
  await later();
  await workOnce();
  expect(receiver.heard).toHaveLength(mostAttempts);
  expect(await log(id)).toMatchObject([{ status: "FAILED", attempts: mostAttempts }]);
  expect((await listWebhooks(owner))[0]).toMatchObject({ disabledAt: null });
  await db.webhook.update({
    where: { id },
    data: { failingSince: new Date(Date.now() - 4 * 24 * 3_600_000) },
  });
  const [{ id: deliveryId } = { id: "" }] = await log(id);
  await redeliver(owner, { webhookId: id, deliveryId });
  await db.webhookDelivery.updateMany({ where: { webhookId: id }, data: { attempts: 7 } });
  await workOnce();
  expect((await listWebhooks(owner))[0]).toMatchObject({ disabledReason: "FAILING" });
  await submit("Another one.");
  expect(await log(id)).toHaveLength(1);
  status = 200;
  await changeWebhook(owner, { webhookId: id, paused: false });
  await redeliver(owner, { webhookId: id, deliveryId });
  await workOnce();
  expect(await log(id)).toMatchObject([{ status: "DELIVERED", attempts: 1 }]);
});

test("A receiver that is gone for good switches its webhook off at once", async () => {
  const { id } = await add(["argument.created"]);
  status = 410;
  await submit();
  await workOnce();
  expect(await log(id)).toMatchObject([{ status: "FAILED", responseStatus: 410, note: "GONE" }]);
  expect((await listWebhooks(owner))[0]).toMatchObject({ disabledReason: "GONE" });
});

test("Two workers send a delivery once", async () => {
  const { id } = await add(["argument.created"]);
  await submit();
  const [{ id: deliveryId } = { id: "" }] = await log(id);
  const attempt = { webhookId: id, deliveryId, attempt: 1 };
  const signal = AbortSignal.timeout(5000);
  await Promise.all([deliver(attempt, signal), deliver(attempt, signal), workOnce(), workOnce()]);
  expect(receiver.heard).toHaveLength(1);
});

test("A delivery whose worker was killed is made by another after two minutes", async () => {
  const { id } = await add(["argument.created"]);
  await submit();
  // The claim of a worker that was killed before it could send.
  await db.webhookDelivery.updateMany({
    where: { webhookId: id },
    data: { attempts: 1, nextAttemptAt: new Date(Date.now() + 120_000) },
  });
  await workOnce();
  expect(receiver.heard).toHaveLength(0);
  await later();
  await workOnce();
  expect(await log(id)).toMatchObject([{ status: "DELIVERED", attempts: 2 }]);
});

test("A paused webhook hears of nothing; a ping is refused until it goes on", async () => {
  const { id } = await add(["argument.created"]);
  await changeWebhook(owner, { webhookId: id, paused: true });
  await submit();
  expect(await log(id)).toHaveLength(0);
  await expect(pingWebhook(owner, { webhookId: id })).rejects.toMatchObject({
    code: "WEBHOOK_PAUSED",
  });
  await changeWebhook(owner, { webhookId: id, paused: false });
  await pingWebhook(owner, { webhookId: id });
  await workOnce();
  expect(events()).toEqual(["ping"]);
});

test("A new secret signs from then on, the former one no more", async () => {
  const { id, secret: former } = await add(["argument.created"]);
  const { secret } = await rotateSecret(owner, { webhookId: id });
  await pingWebhook(owner, { webhookId: id });
  await workOnce();
  const { headers, text } = receiver.heard[0]!;
  const [, at, mac] = /^t=(\d+),v1=(.*)$/.exec(headers["counterpoint-signature"]!)!;
  const by = (key: string) => createHmac("sha256", key).update(`${at}.${text}`).digest("hex");
  expect(mac).toBe(by(secret));
  expect(mac).not.toBe(by(former));
});

test("Somebody who pings again and again is told to wait", async () => {
  const { id } = await add(["argument.created"]);
  const pings = await Promise.allSettled(
    Array.from({ length: 9 }, () => pingWebhook(owner, { webhookId: id })),
  );
  expect(pings.filter(({ status: outcome }) => outcome === "fulfilled")).toHaveLength(6);
});

test("A member has ten webhooks, also when asking for many at once", async () => {
  const made = await Promise.allSettled(Array.from({ length: 14 }, () => add(["debate.opened"])));
  const refused = made.filter((one) => one.status === "rejected");
  expect(refused).toHaveLength(4);
  for (const one of refused) expect(one.reason).toMatchObject({ code: "WEBHOOK_LIMIT" });
});

test("A webhook that is deleted while somebody argues keeps nobody from arguing", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await add(["argument.created"]);
    const [argued] = await Promise.allSettled([
      submit(`Claim ${round}.`),
      db.webhook.delete({ where: { id } }),
    ]);
    expect(argued.status).toBe("fulfilled");
  }
});
