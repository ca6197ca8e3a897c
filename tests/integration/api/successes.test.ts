import { generateKeyPairSync, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword } from "@/lib/accounts/passwords";
import { api } from "@/lib/api/app";
import { createSession } from "@/lib/auth/identify";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/commands/enqueue";
import { sender } from "@/lib/jobs/queue";
import { workOnce } from "@/lib/jobs/worker";
import { live } from "@/lib/live/live";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { makeReady } from "@/tests/factories/make-ready";
import { append, scene } from "../moderation/entries";
import { browser, host, program, reader, type Caller } from "./client";
import { expectPromised, isStream, named, operationOf } from "./promises";

const password = "four unrelated words";
const other = "another four unrelated words";
const hookUrl = "https://hooks.example.org/a";
const octets = { "content-type": "application/octet-stream" };
const kialo =
  "Discussion Title: Open on Sundays?\n\n1. The library should open.\n1.1. Pro: People could come.\n";

beforeAll(async () => {
  await sender();
  const { privateKey } = generateKeyPairSync("ed25519");
  const key = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  Object.assign(env, { EXPORT_SIGNING_KEY: key });
});
afterAll(() => live()?.stop());

/** A debate with an argument and a comment by somebody who has something of everything. */
async function world() {
  const person = await createUser(db, { passwordHash: await hashed });
  const [authorId, userId, ownerId] = [person.id, person.id, person.id];
  const debate = await createDebate(db);
  const debateId = debate.id;
  const { id } = await createArgument(db, { debateId, authorId });
  const comment = await createComment(db, { debateId, argumentId: id, authorId });
  await db.identity.create({ data: { provider: "github", subject: `${userId}`, userId } });
  const data = { ownerId, url: hookUrl, sealedSecret: "x", events: ["votes.changed"] };
  const webhook = await db.webhook.create({ data });
  return {
    person,
    member: await program(["read", "write"], person),
    signedIn: await browser(person),
    administrator: await program(
      ["read", "write", "moderate"],
      await createUser(db, { role: "ADMINISTRATOR" }),
    ),
    debateId,
    at: {
      slug: debate.slug,
      id: `${debateId}-${id}`,
      commentId: `${debateId}-${comment.id}`,
      webhookId: String(webhook.id),
      handle: person.handle,
      form: "reply:root:SUPPORT",
      provider: "github",
    } as Record<string, string>,
  };
}
const hashed = hashPassword(password);
type World = Awaited<ReturnType<typeof world>>;

/** What is asked: by the member's program, or a reader's for a GET, unless `who` says otherwise. */
type Request = {
  who?: Caller;
  json?: object;
  raw?: string;
  headers?: Record<string, string>;
  query?: string;
  /** Further parts of the path. */
  at?: Record<string, string>;
  /** Where several statuses are a success. */
  status?: number;
};
type Asking = (world: World) => Request | Promise<Request>;

const anybody: Asking = () => ({});
const asMember: Asking = ({ member }) => ({ who: member });
const inBrowser: Asking = ({ signedIn }) => ({ who: signedIn });
const onComment: Asking = ({ at }) => ({ at: { id: at.commentId! } });
const onWebhook: Asking = ({ member, at }) => ({ who: member, at: { id: at.webhookId! } });
const saying =
  (json: object): Asking =>
  () => ({ json });
/** Somebody has answered the person's argument, with a source, and changed the words later. */
const withAnswer: Asking = async ({ administrator, member, at }) => {
  const source = { url: "https://example.org/report", title: "A report" };
  const answer = { parentId: at.id, stance: "OPPOSE", title: "The staff need a day of rest." };
  const json = { ...answer, sources: [source] };
  const path = `/debates/${at.slug}/arguments`;
  const { body } = await administrator.ask<{ id: string }>("POST", path, { json });
  const change = { title: "The staff need two days of rest.", version: 1 };
  await administrator.ask("PATCH", `/arguments/${body.id}`, { json: change });
  return { who: member };
};
const both =
  (...askings: Asking[]): Asking =>
  async (all) =>
    Object.assign({}, ...(await Promise.all(askings.map(async (one) => one(all))))) as Request;
const follows: Asking = async ({ member, at }) => {
  await member.ask("PUT", `/debates/${at.slug}/follow`);
  return { who: member };
};
const withDraft: Asking = async ({ member, person, debateId, at }) => {
  await db.draft.create({
    data: { userId: person.id, debateId, form: at.form!, values: { title: "Half a" } },
  });
  return { who: member };
};
const withDelivery: Asking = async ({ at }) => {
  const data = { webhookId: Number(at.webhookId), event: "ping", payload: {} };
  const { id } = await db.webhookDelivery.create({ data: { ...data, status: "FAILED" } });
  return { at: { id: at.webhookId!, deliveryId: id } };
};
const onFailedJob: Asking = async ({ administrator }) => {
  await db.$executeRaw`DELETE FROM pgboss.job`;
  await enqueue("housekeeping", {});
  const [job] = await db.$queryRaw<[{ id: string }]>`
    UPDATE pgboss.job SET state = 'failed', completed_on = now() RETURNING id`;
  return { who: administrator, at: { name: "housekeeping", jobId: job.id } };
};

/** Somebody has flagged the person's comment or argument; a moderator may look at it. */
const flagged: Asking = async ({ administrator, at }) => {
  const reporter = await program(["read", "write"], await createUser(db));
  await reporter.ask("POST", `/arguments/${at.id}/flags`, { json: { reason: "SPAM" } });
  const waiting = "/moderation/queue?limit=500";
  const { body } = await administrator.ask<{ items: { review: number; url: string }[] }>(
    "GET",
    waiting,
  );
  const { review } = body.items.find(({ url }) => url.endsWith(at.id!))!;
  return { who: administrator, at: { id: String(review) } };
};
const decision = {
  ...{ version: 2, decision: "HIDE", ground: "SPAM" },
  publicReason: "It advertises a shop.",
};
/** At once: where it waits, the answer is another one. */
const shown: Asking = () => ({ status: 201 });
const report = { kind: "SOURCE", source: { title: "A report" } };
/** The person suggests a source for somebody else's argument. */
const onAnothersArgument: Asking = async ({ member, debateId }) => {
  const { id } = await createArgument(db, { debateId });
  return { who: member, json: { ...report, argumentId: `${debateId}-${id}` } };
};
const suggested: Asking = async (all) => {
  const { json } = await onAnothersArgument(all);
  const { body } = await all.member.ask<{ id: string }>("POST", "/suggestions", { json });
  return { who: all.member, at: { id: body.id } };
};
const curating: Asking = ({ administrator }) => ({
  who: administrator,
  json: {
    ...{ curated: true, heldWords: ["casino"], heldLinks: 1 },
    publicReason: "Many arguments came at once.",
  },
});
/** The administrator keeps a reply. */
const withReply: Asking = async ({ administrator }) => {
  const json = { name: `Shop ${randomUUID()}`, text: "It sells something." };
  const { body } = await administrator.ask<{ reply: number }>("POST", "/moderation/replies", {
    json,
  });
  return { who: administrator, at: { id: String(body.reply) } };
};
/** A moderator has hidden the person's argument. */
const hidden: Asking = async (all) => {
  const { at } = await flagged(all);
  const path = `/moderation/reviews/${at!.id}`;
  const { body } = await all.administrator.ask<{ entry: number }>("POST", path, {
    json: decision,
  });
  return { at: { id: String(body.entry) } };
};
/** The person had a file prepared. */
const withPrepared: Asking = async ({ member, at }) => {
  const path = `/debates/${at.slug}/exports`;
  const { body } = await member.ask<{ id: string }>("POST", path, { json: { format: "json" } });
  await workOnce();
  return { who: member, at: { exportId: body.id } };
};
const because = { publicReason: "It had to be." };
/** Another administrator has asked that the person's argument be purged. */
const withPurge: Asking = async ({ administrator, at }) => {
  const other = await program(
    ["read", "write", "moderate"],
    await createUser(db, { role: "ADMINISTRATOR" }),
  );
  const json = { target: "ARGUMENT", id: at.id, ...lawful };
  const { body } = await other.ask<{ purge: number }>("POST", "/purges", { json });
  return { who: administrator, at: { id: String(body.purge) } };
};
const lawful = {
  ground: "PRIVATE_INFORMATION",
  legalBasis: "Order of a court, 12 O 34/26.",
  publicReason: "It names where somebody lives.",
};
/** The person has blocked somebody. */
const withBlock: Asking = async ({ member }) => {
  const { handle } = await createUser(db);
  await member.ask("PUT", `/me/blocks/${handle}`);
  return { who: member, at: { handle } };
};
const asAdministrator: Asking = ({ administrator }) => ({ who: administrator });

const fact = { text: "It opened in May.", certainty: "REPORTED" };
const event = { part: "timeline", date: "2025-05", text: "The council voted." };
const asDraft: Asking = async ({ administrator, debateId }) => {
  await db.debate.update({ where: { id: debateId }, data: { status: "DRAFT", openedAt: null } });
  return { who: administrator };
};
/** The brief has a fact; the debate's version is 2. */
const withFact: Asking = async ({ administrator, at }) => {
  const json = { ...fact, version: 1 };
  await administrator.ask("POST", `/debates/${at.slug}/facts`, { json });
  return { who: administrator, at: { number: "1" } };
};
/** The brief has two events, of which the second is meant; the debate's version is 3. */
const withEvents: Asking = async ({ administrator, at, debateId }) => {
  for (const version of [1, 2])
    await administrator.ask("POST", `/debates/${at.slug}/brief`, { json: { ...event, version } });
  const last = { where: { debateId }, orderBy: { position: "desc" } } as const;
  const { id } = await db.timelineEvent.findFirstOrThrow(last);
  return { who: administrator, at: { part: "timeline", itemId: String(id) } };
};

/** One request of each operation that does what it is for. */
const right: Record<string, Asking> = {
  "GET /debates": anybody,
  "GET /debates/{slug}": anybody,
  "GET /debates/{slug}/brief": async ({ debateId }) => {
    const text = "The council decides.";
    const words = { headline: text, summary: text, statusLine: text, decidedBy: text };
    await db.brief.create({ data: { debateId, ...words } });
    return {};
  },
  "GET /debates/{slug}/arguments": anybody,
  "GET /debates/{slug}/sources": withAnswer,
  "GET /debates/{slug}/history": withAnswer,
  "GET /debates/{slug}/similar": () => ({ query: "?title=People+who+work+all+week+could+use+it" }),
  "GET /debates/{slug}/events": anybody,
  "GET /debates/{slug}/export": anybody,
  "POST /debates/{slug}/exports": saying({ format: "kialo" }),
  "GET /debates/{slug}/exports": withPrepared,
  "GET /exports/{exportId}": withPrepared,
  "GET /exports/{exportId}/file": withPrepared,
  "GET /featured": async ({ debateId }) => {
    await db.debate.updateMany({ data: { featured: false } });
    await db.debate.update({ where: { id: debateId }, data: { featured: true } });
    return {};
  },
  "GET /arguments/{id}": anybody,
  "GET /arguments/{id}/path": async ({ debateId, at }) => {
    const parentId = Number(at.id!.split("-")[1]);
    const { id } = await createArgument(db, { debateId, parentId });
    return { at: { id: `${debateId}-${id}` } };
  },
  "GET /arguments/{id}/thread": anybody,
  "GET /arguments/{id}/revisions": anybody,
  "GET /arguments/{id}/comments": anybody,
  "GET /comments/{id}": onComment,
  "GET /search": () => ({ query: "?q=library" }),
  "GET /users/{handle}": anybody,
  "GET /users/{handle}/arguments": anybody,
  "GET /users/{handle}/comments": anybody,
  "GET /modlog": async () => {
    await append(await scene());
    return { query: "?ground=SPAM&undone=false&q=sells" };
  },
  "GET /moderation/report": () => ({ query: "?from=2026-01-01&to=2026-01-31" }),
  "GET /modlog/{id}": async () => ({ at: { id: String(await append(await scene())) } }),
  "POST /arguments/{id}/flags": both(asAdministrator, saying({ reason: "OFF_TOPIC" })),
  "POST /comments/{id}/flags": both(onComment, asAdministrator, saying({ reason: "UNCIVIL" })),
  "POST /users/{id}/flags": ({ administrator, person }) => ({
    ...{ who: administrator, at: { id: person.handle } },
    json: { reason: "OTHER", note: "Posts the same everywhere." },
  }),
  "POST /debates/{slug}/flags": ({ member }) => ({
    ...{ who: member, json: { reason: "OTHER", note: "A date is missing." } },
  }),
  "POST /moderation/reviews/{id}/corrected": async ({ administrator, member, at }) => {
    const path = `/debates/${at.slug}`;
    const wrong = { reason: "OTHER", note: "It is called otherwise." };
    await member.ask("POST", `${path}/flags`, { json: wrong });
    const { body } = await administrator.ask<{ items: { review: number; version: number }[] }>(
      ...(["GET", `/moderation/queue?debate=${at.slug}&target=DEBATE`] as const),
    );
    await administrator.ask("PATCH", path, { json: { title: "The library's hours", version: 1 } });
    const { review, version } = body.items[0]!;
    return { who: administrator, at: { id: String(review) }, json: { version } };
  },
  "GET /moderation/queue": flagged,
  "GET /moderation/reviews/{id}": flagged,
  "POST /moderation/reviews/{id}": both(flagged, saying(decision)),
  "GET /suggestions": both(suggested, asMember),
  "POST /suggestions": onAnothersArgument,
  "GET /suggestions/{id}": suggested,
  "PATCH /suggestions/{id}": both(suggested, saying({ version: 1, note: "See page 3." })),
  "DELETE /suggestions/{id}": suggested,
  "PATCH /debates/{slug}/curation": curating,
  "PUT /moderation/reviews/{id}/claim": flagged,
  "DELETE /moderation/reviews/{id}/claim": flagged,
  "PUT /moderation/reviews/{id}/escalation": both(flagged, saying({ note: "Is this a threat?" })),
  "DELETE /moderation/reviews/{id}/escalation": async (all) => {
    const asked = await flagged(all);
    const path = `/moderation/reviews/${asked.at!.id}/escalation`;
    await all.administrator.ask("PUT", path, { json: {} });
    return asked;
  },
  "POST /moderation/reviews/{id}/notes": both(flagged, saying({ text: "The third this week." })),
  "POST /moderation/reviews/{id}/undo": async (all) => {
    const asked = await flagged(all);
    const path = `/moderation/reviews/${asked.at!.id}`;
    await all.administrator.ask("POST", path, { json: decision });
    return asked;
  },
  "POST /moderation/decisions": async (all) => {
    const { who, at } = (await flagged(all)) as { who: Caller; at: Record<string, string> };
    const { version, ...rest } = decision;
    return { who, json: { reviews: [{ review: Number(at.id), version }], ...rest } };
  },
  "GET /moderation/views": async ({ administrator }) => {
    const json = { name: "All spam", query: "reason=SPAM" };
    await administrator.ask("POST", "/moderation/views", { json });
    return { who: administrator };
  },
  "POST /moderation/views": both(
    asAdministrator,
    saying({ name: "Spam of today", query: "reason=SPAM" }),
  ),
  "DELETE /moderation/views/{id}": both(asAdministrator, () => ({ at: { id: "1" } })),
  "GET /moderation/replies": both(withReply, () => ({ at: {} })),
  "POST /moderation/replies": both(asAdministrator, saying({ name: "A shop", text: "It sells." })),
  "PATCH /moderation/replies/{id}": both(withReply, saying({ text: "It sells something." })),
  "DELETE /moderation/replies/{id}": withReply,
  "GET /moderation/waits": asAdministrator,
  "POST /modlog/{id}/appeals": both(asMember, hidden, saying({ text: "It is my own research." })),
  "POST /modlog/{id}/undo": both(asAdministrator, hidden, saying({ publicReason: "No shop." })),
  "POST /arguments/{id}/move": both(
    asAdministrator,
    saying({ parentId: null, stance: "OPPOSE", publicReason: "It speaks against it." }),
  ),
  "POST /arguments/{id}/link": both(asAdministrator, async ({ debateId }) => {
    const place = await createArgument(db, { debateId });
    const json = { stance: "SUPPORT", publicReason: "It belongs here too." };
    return { json: { ...json, parentId: `${debateId}-${place.id}` } };
  }),
  "POST /arguments/{id}/merge": both(asAdministrator, async ({ debateId }) => {
    const kept = await createArgument(db, { debateId });
    return { json: { intoId: `${debateId}-${kept.id}`, publicReason: "It says the same." } };
  }),
  "POST /arguments/{id}/split": both(
    asAdministrator,
    saying({
      ...{ title: "The first claim.", publicReason: "It makes two claims." },
      other: { title: "The second claim.", stance: "SUPPORT" },
    }),
  ),
  "PUT /arguments/{id}/marks": both(
    asAdministrator,
    saying({ marks: ["UNCLEAR"], publicReason: "What is it about?" }),
  ),
  "POST /users/{handle}/sanctions": both(
    asAdministrator,
    saying({ kind: "SUSPEND", days: 7, ground: "UNCIVIL", ...because }),
  ),
  "POST /debates/{slug}/lock": both(asAdministrator, saying(because)),
  "POST /debates/{slug}/feature": both(asAdministrator, saying(because)),
  "POST /debates/{slug}/slow-mode": both(asAdministrator, saying({ minutes: 10, ...because })),
  "POST /debates/{slug}/close": both(
    asAdministrator,
    saying({ conclusion: "It was heard.", ...because }),
  ),
  "POST /debates/{slug}/reopen": both(asAdministrator, saying(because), async ({ debateId }) => {
    await db.debate.update({ where: { id: debateId }, data: { status: "CLOSED" } });
    return {};
  }),
  "POST /arguments/{id}/lock": both(asAdministrator, saying(because)),
  "POST /arguments/{id}/feature": both(asAdministrator, saying(because)),
  "GET /schemas/debate-export.json": anybody,
  "GET /export-key": anybody,
  "POST /debates/import": ({ administrator }) => ({
    ...{ who: administrator, raw: kialo, headers: octets },
    ...{ query: "?name=sundays.txt", status: 201 },
  }),
  "POST /debates/{slug}/arguments": both(
    saying({ parentId: null, stance: "OPPOSE", title: "A claim." }),
    shown,
  ),
  "PATCH /arguments/{id}": both(saying({ title: "Other words for it.", version: 1 }), () => ({
    status: 200,
  })),
  "POST /debates": both(asAdministrator, saying({ title: "Sundays", motion: "It should open." })),
  "PATCH /debates/{slug}": both(asAdministrator, saying({ headline: "It opens.", version: 1 })),
  "DELETE /debates/{slug}": asDraft,
  "POST /debates/{slug}/publish": async (all) => {
    await makeReady(db, { id: all.debateId });
    return asDraft(all);
  },
  "POST /debates/{slug}/facts": both(asAdministrator, saying({ ...fact, version: 1 })),
  "PATCH /debates/{slug}/facts/{number}": both(
    withFact,
    saying({ text: "It opened in June.", reason: "A slip.", version: 2 }),
  ),
  "DELETE /debates/{slug}/facts/{number}": both(asDraft, withFact),
  "POST /debates/{slug}/brief": both(asAdministrator, saying({ ...event, version: 1 })),
  "PUT /debates/{slug}/brief/{itemId}": both(withEvents, saying({ ...event, version: 3 })),
  "DELETE /debates/{slug}/brief/{part}/{itemId}": withEvents,
  "POST /debates/{slug}/brief/{part}/{itemId}/move": both(
    withEvents,
    saying({ by: "up", version: 3 }),
  ),
  "GET /debates/{slug}/editors": async ({ administrator, at }) => {
    await administrator.ask("PUT", `/debates/${at.slug}/editors/${at.handle}`);
    return { who: administrator };
  },
  "PUT /debates/{slug}/editors/{handle}": asAdministrator,
  "DELETE /debates/{slug}/editors/{handle}": async ({ administrator, at }) => {
    await administrator.ask("PUT", `/debates/${at.slug}/editors/${at.handle}`);
    return { who: administrator };
  },
  "POST /arguments/{id}/confirm-facts": async (all) => {
    const { administrator, debateId, at } = all;
    await withFact(all);
    const { id: factId } = await db.fact.findFirstOrThrow({ where: { debateId } });
    const argumentId = Number(at.id!.split("-")[1]);
    await db.argumentFact.create({ data: { debateId, argumentId, factId } });
    await administrator.ask("PATCH", `/debates/${at.slug}/facts/1`, {
      json: { text: "It opened in June.", reason: "A slip.", version: 2 },
    });
    return { json: {} };
  },
  "POST /arguments/{id}/archive": saying({ reason: "Said twice" }),
  "POST /arguments/{id}/restore": async ({ member, at }) => {
    await member.ask("POST", `/arguments/${at.id}/archive`, { json: { reason: "Said twice" } });
    return { json: { reason: "Not said twice" } };
  },
  "PUT /arguments/{id}/vote": ({ administrator }) => ({ who: administrator, json: { impact: 3 } }),
  "DELETE /arguments/{id}/vote": async ({ administrator, at }) => {
    await administrator.ask("PUT", `/arguments/${at.id}/vote`, { json: { impact: 3 } });
    return { who: administrator };
  },
  "POST /arguments/{id}/comments": both(saying({ body: "A remark." }), shown),
  "PATCH /comments/{id}": both(onComment, saying({ body: "Other words.", version: 1 })),
  "DELETE /comments/{id}": onComment,
  "GET /debates/{slug}/drafts": withDraft,
  "GET /debates/{slug}/drafts/{form}": withDraft,
  "PUT /debates/{slug}/drafts/{form}": saying({ values: { title: "Half a" } }),
  "DELETE /debates/{slug}/drafts/{form}": withDraft,
  "GET /debates/{slug}/visit": asMember,
  "POST /debates/{slug}/visit": asMember,
  "PUT /debates/{slug}/follow": asMember,
  "DELETE /debates/{slug}/follow": follows,
  "GET /me": asMember,
  "PATCH /me": saying({ about: "I ride the bus." }),
  "GET /me/export": asMember,
  "GET /me/tokens": asMember,
  "POST /me/tokens": both(inBrowser, saying({ name: "Notebook", scopes: ["read"] })),
  "DELETE /me/tokens/{tokenId}": async ({ signedIn, person }) => {
    const { id } = await db.personalToken.findFirstOrThrow({ where: { userId: person.id } });
    return { who: signedIn, at: { tokenId: String(id) } };
  },
  "PUT /me/password": both(inBrowser, saying({ password, newPassword: other })),
  "POST /me/email": both(inBrowser, ({ person }) => ({
    json: { password, email: `new-${person.email}` },
  })),
  "POST /me/email/verification": asMember,
  "DELETE /me": both(inBrowser, ({ person }) => ({ json: { handle: person.handle, password } })),
  "GET /me/sessions": asMember,
  "DELETE /me/sessions": inBrowser,
  "DELETE /me/sessions/{sessionId}": async ({ signedIn, person }) => {
    await createSession(person.id, "A browser left behind");
    const left = { userId: person.id, device: "A browser left behind" };
    const { id } = await db.session.findFirstOrThrow({ where: left });
    return { who: signedIn, at: { sessionId: id } };
  },
  "DELETE /me/providers/{provider}": inBrowser,
  "GET /me/notifications": withAnswer,
  "POST /me/notifications/read": saying({ all: true }),
  "GET /me/notification-settings": asMember,
  "PATCH /me/notification-settings": saying({ digest: "WEEKLY" }),
  "GET /me/follows": follows,
  "GET /me/blocks": withBlock,
  "PUT /me/blocks/{handle}": withBlock,
  "DELETE /me/blocks/{handle}": withBlock,
  "GET /webhooks": asMember,
  "POST /webhooks": saying({ url: hookUrl, events: ["argument.created"] }),
  "GET /webhooks/{id}": onWebhook,
  "PATCH /webhooks/{id}": both(onWebhook, saying({ paused: true })),
  "DELETE /webhooks/{id}": onWebhook,
  "POST /webhooks/{id}/secret": onWebhook,
  "POST /webhooks/{id}/ping": onWebhook,
  "GET /webhooks/{id}/deliveries": both(onWebhook, withDelivery),
  "POST /webhooks/{id}/deliveries/{deliveryId}/redeliver": withDelivery,
  "GET /purges": withPurge,
  "POST /purges": both(asAdministrator, ({ at }) => ({
    json: { target: "COMMENT", id: at.commentId, ...lawful },
  })),
  "POST /purges/{id}/confirm": withPurge,
  "DELETE /purges/{id}": withPurge,
  "GET /admin/jobs": onFailedJob,
  "POST /admin/jobs/{name}/{jobId}/retry": onFailedJob,
  "POST /admin/jobs/{name}/{jobId}/cancel": onFailedJob,
};

test("Every operation is tried with a request that succeeds, and none is tried that is not there", () => {
  expect(Object.keys(right).sort()).toEqual(named.map(([name]) => name).sort());
});

test.each(Object.keys(right))("%s does what it is for, and answers as described", async (name) => {
  const { method, path, responses } = operationOf(name);
  const all = await world();
  const { who, at = {}, query = "", status, ...options } = await right[name]!(all);
  const caller = who ?? (method === "GET" ? reader : all.member);
  const filled = path.replace(/\{(\w+)\}/g, (_all, part: string) =>
    encodeURIComponent((at[part] ?? all.at[part])!),
  );
  const promised = Object.keys(responses).filter((one) => one.startsWith("2"));
  const expected = status ?? Number(promised.length === 1 ? promised[0] : undefined);
  if (isStream(operationOf(name))) return expectStream(filled);
  const answer = await caller.ask<unknown>(method, filled + query, options);
  expect([name, answer.status, answer.body]).toEqual([name, expected, answer.body]);
  expectPromised(operationOf(name), answer);
  // An empty list would show nothing of how its items are described.
  if (method === "GET")
    expect([name, (answer.body as { items?: unknown[] }).items]).not.toEqual([name, []]);
});

/** A stream that begins as described and is then left. */
async function expectStream(path: string): Promise<void> {
  const answer = await api.fetch(
    new Request(`http://${host}/api/v1${path}`, { headers: { host } }),
  );
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const stream = answer.body!.getReader();
  expect(new TextDecoder().decode((await stream.read()).value as Uint8Array)).toContain("retry:");
  await stream.cancel();
}
