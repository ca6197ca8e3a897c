import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { workOnce } from "@/lib/jobs/worker";
import { sanction } from "@/lib/moderation/commands/sanction";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { getShutOut } from "@/lib/moderation/queries/sanctions";
import type { SanctionKind } from "@/lib/moderation/sanctions";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { deliver } from "@/lib/webhooks/commands/deliver";
import { createWebhook } from "@/lib/webhooks/commands/manage";
import { noteVotes } from "@/lib/webhooks/commands/note-votes";
import { getWebhook, listDeliveries } from "@/lib/webhooks/queries/webhooks";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { program } from "../api/client";
import { startReceiver } from "../webhooks/receiver";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let [moderator, owner, author]: Viewer[] = [];
let slug: string;
let webhookId: number;

beforeAll(() => void Object.assign(env, { WEBHOOK_ALLOW_PRIVATE: true }));
beforeEach(async () => {
  receiver = await startReceiver();
  moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
  owner = asViewer(await createUser(db));
  author = asViewer(await createUser(db));
  ({ slug } = await createDebate(db));
  const events = ["argument.created", "votes.changed"] as const;
  const made = await createWebhook(owner, {
    url: receiver.url,
    events: [...events],
    debate: slug,
  });
  webhookId = made.id;
});
afterEach(async () => {
  receiver.stop();
  await db.webhook.deleteMany();
});

const impose = (kind: SanctionKind) =>
  sanction(moderator!, {
    ...{ handle: owner!.handle, kind, days: 7, ground: "SPAM" },
    ...{ publicReason: "It sells.", privateNote: "" },
  });
const takeBack = (entry: number) =>
  undoEntry(moderator!, { entry, publicReason: "It was somebody else.", privateNote: "" });
const argue = async () => {
  const claim = { stance: "SUPPORT" as const, title: "It is worth it.", body: "" };
  const where = { debate: slug, parentId: null, sources: [], factIds: [] };
  return parsePublicId((await submitArgument(author!, { ...where, ...claim })).id)!;
};
const log = async () => (await listDeliveries(owner!, webhookId, { limit: 50 })).items;

test.each(["SUSPEND", "BAN"] as const)(
  "%s: nothing that happens afterwards is written down or sent, until it is taken back",
  async (kind) => {
    const { entry } = await impose(kind);
    const id = await argue();
    const voter = asViewer(await createUser(db));
    await castVote(voter, { id, impact: 3 });
    await noteVotes();
    await workOnce();
    expect(await db.webhookDelivery.count({ where: { webhookId } })).toBe(0);
    expect(receiver.heard).toHaveLength(0);

    await takeBack(entry);
    await argue();
    await workOnce();
    expect(receiver.heard.map(({ body }) => body.event)).toEqual(["argument.created"]);
  },
);

test("What was queued before the ban is given up when it is due, and its log says why", async () => {
  await argue();
  const { entry } = await impose("BAN");
  await workOnce();
  expect(receiver.heard).toHaveLength(0);
  expect(await log()).toMatchObject([{ status: "FAILED", attempts: 0, note: "SHUT_OUT" }]);
  await takeBack(entry);
  await workOnce();
  expect(receiver.heard).toHaveLength(0);
});

test("A delivery that a worker has in its hands when the ban comes is not made", async () => {
  await argue();
  const [{ id: deliveryId } = { id: "" }] = await log();
  await impose("BAN");
  await deliver({ webhookId, deliveryId, attempt: 1 }, AbortSignal.timeout(5000));
  expect(receiver.heard).toHaveLength(0);
  expect(await log()).toMatchObject([{ status: "PENDING", attempts: 0 }]);
});

test("Somebody who is only silenced goes on hearing, as they go on reading", async () => {
  await impose("SILENCE");
  await argue();
  await workOnce();
  expect(receiver.heard).toHaveLength(1);
});

test("Who cannot sign in reads that their webhooks rest; afterwards the webhook says from when to when", async () => {
  expect((await getWebhook(owner!, webhookId)).rested).toBeNull();
  const { entry } = await impose("SUSPEND");
  expect((await getShutOut(owner!.id))?.webhooks).toBe(1);
  await takeBack(entry);
  const { rested } = await getWebhook(owner!, webhookId);
  expect(rested).toMatchObject({ entry });
  expect(rested!.until!.getTime()).toBeGreaterThanOrEqual(rested!.from.getTime());
  const token = await program(["read"], owner!);
  const shown = await token.ask<{ rested: { entry: number } }>("GET", `/webhooks/${webhookId}`);
  expect(shown.body.rested).toMatchObject({ entry, until: rested!.until!.toISOString() });
  const later = await createWebhook(owner!, {
    ...{ url: receiver.url, events: ["argument.created"], debate: slug },
  });
  expect((await getWebhook(owner!, later.id)).rested).toBeNull();
});
