import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { openSession } from "@/lib/auth/commands";
import { db } from "@/lib/db/client";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { live } from "@/lib/live/live";
import { flag } from "@/lib/moderation/commands/flag";
import { sanction } from "@/lib/moderation/commands/sanction";
import type { SanctionKind } from "@/lib/moderation/sanctions";
import type { Actor } from "@/lib/shared/viewer";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { browser, program } from "../api/client";
import { openInstance, Reader } from "../live/instance";

let instance: Awaited<ReturnType<typeof openInstance>>;
beforeAll(async () => void (instance = await openInstance({ passesOn: true })));
afterAll(() => Promise.all([instance.stop(), live()?.stop()]));

let moderator: Actor;
let member: { id: number; handle: string };
let place: { slug: string; argument: { debateId: number; id: number }; id: string };

beforeEach(async () => {
  moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
  member = await createUser(db);
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  const argument = { debateId: debate.id, id };
  place = { slug: debate.slug, argument, id: `${debate.id}-${id}` };
});

const impose = (kind: SanctionKind, handle = member.handle) =>
  sanction(moderator, {
    ...{ handle, kind, days: 7, ground: "UNCIVIL" },
    ...{ publicReason: "It attacked people.", privateNote: "" },
  });
/** What the brief promises. */
const within = { timeout: 5000, interval: 100 };

describe("After a ban, within five seconds", () => {
  test.each(["SUSPEND", "BAN"] as const)(
    "%s: a token and a session are worth nothing",
    async (kind) => {
      const [token, page] = [await program(["read", "write"], member), await browser(member)];
      for (const caller of [token, page]) expect((await caller.ask("GET", "/me")).status).toBe(200);
      await impose(kind);
      for (const caller of [token, page]) {
        await expect.poll(async () => (await caller.ask("GET", "/me")).status, within).toBe(401);
        const vote = await caller.ask("PUT", `/arguments/${place.id}/vote`, {
          json: { impact: 4 },
        });
        expect(vote.status).toBe(401);
      }
      expect(await db.session.count({ where: { userId: member.id } })).toBe(0);
      expect(await db.impactVote.count({ where: { userId: member.id } })).toBe(0);
    },
  );

  test("a ban behind this process's back is found as soon", async () => {
    const token = await program(["read", "write"], member);
    expect((await token.ask("GET", "/me")).status).toBe(200);
    const [row] = await db.$queryRaw<{ id: number }[]>`
      SELECT log_moderation('BAN', 'PERSON', ${moderator.id}, true, NULL, NULL, NULL, ${member.id},
        'SPAM', NULL, '{}', 'It sells.', '', NULL) AS id`;
    const data = { entryId: row!.id, userId: member.id, kind: "BAN" as const };
    await db.sanction.create({ data });
    const { status } = await token.ask("PUT", `/arguments/${place.id}/vote`, {
      json: { impact: 4 },
    });
    expect(status).toBe(403);
    await expect.poll(async () => (await token.ask("GET", "/me")).status, within).toBe(401);
  }, 10_000);

  test("an open page's events end and say so, for a session and for a token", async () => {
    const [page, token] = [await browser(member), await program(["read"], member)];
    const readers = await Promise.all(
      [page, token].map(({ headers }) => Reader.open(instance.port, place.slug, headers)),
    );
    for (const reader of readers) await reader.ready();
    await impose("BAN");
    await expect.poll(() => readers.map(({ ended }) => ended), within).toEqual([true, true]);
    for (const reader of readers) expect(reader.raw).toContain("event: ended");
  });
});

describe.each([
  ["SILENCE", "SILENCED"],
  ["SUSPEND", "SUSPENDED"],
  ["BAN", "BANNED"],
] as const)("A request on its way when %s comes changes nothing", (kind, code) => {
  test("vote, argument, comment, changed comment, flag", async () => {
    const { argument, slug } = place;
    const sessionId = await openSession(member.id, "A browser");
    const actor = asViewer(await db.user.findUniqueOrThrow({ where: { id: member.id } }), {
      sessionId,
    });
    const said = await createComment(db, {
      ...{ debateId: argument.debateId, argumentId: argument.id, authorId: member.id },
    });
    await impose(kind);
    const comment = { debateId: argument.debateId, id: said.id };
    const claim = { stance: "SUPPORT" as const, title: "A claim.", body: "" };
    const writes = [
      () => castVote(actor, { id: argument, impact: 4 }),
      () =>
        submitArgument(actor, { debate: slug, parentId: null, ...claim, sources: [], factIds: [] }),
      () => postComment(actor, { argumentId: argument, body: "And then?" }),
      () => editComment(actor, { id: comment, version: 1, body: "No." }),
      () => flag(actor, { target: "ARGUMENT", id: argument, reason: "SPAM", note: "" }),
    ];
    for (const write of writes) {
      await expect(write()).rejects.toMatchObject({
        code,
        details: { params: { reason: "It attacked people." } },
      });
    }
    expect(await db.impactVote.count({ where: { userId: member.id } })).toBe(0);
    expect(await db.argument.count({ where: { authorId: member.id } })).toBe(0);
    expect(await db.flag.count({ where: { reporterId: member.id } })).toBe(0);
  });
});

test("Votes that race a ban are counted before it, or not at all", async () => {
  const actor = asViewer(await db.user.findUniqueOrThrow({ where: { id: member.id } }));
  const { debateId } = place.argument;
  const many = await Promise.all(
    Array.from({ length: 20 }, () => createArgument(db, { debateId })),
  );
  const votes = many.map(({ id }) =>
    castVote(actor, { id: { debateId, id }, impact: 3 }).then(
      () => true,
      () => false,
    ),
  );
  const [answers] = await Promise.all([Promise.all(votes), impose("BAN")]);
  const counted = answers.filter(Boolean).length;
  expect(await db.impactVote.count({ where: { userId: member.id } })).toBe(counted);
  await expect(castVote(actor, { id: place.argument, impact: 3 })).rejects.toMatchObject({
    code: "BANNED",
  });
});

test("Two moderators who sanction one person at once leave one sanction and one entry", async () => {
  const other = asViewer(await createUser(db, { role: "MODERATOR" }));
  const input = { handle: member.handle, kind: "SUSPEND" as const, days: 3 };
  const words = { ground: "SPAM" as const, publicReason: "It sells.", privateNote: "" };
  const results = await Promise.allSettled(
    [moderator, other].map((actor) => sanction(actor, { ...input, ...words })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = results.find((one) => one.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "SANCTIONED_ALREADY" });
  expect(await db.sanction.count({ where: { userId: member.id } })).toBe(1);
  expect(await db.moderationEntry.count({ where: { personId: member.id } })).toBe(1);
});

test("When its time has passed, a suspension ends by itself", async () => {
  const token = await program(["read"], member);
  const { entry } = await impose("SUSPEND");
  await expect.poll(async () => (await token.ask("GET", "/me")).status, within).toBe(401);
  const until = new Date(Date.now() - 1000);
  await db.sanction.update({ where: { entryId: entry }, data: { until } });
  expect((await token.ask("GET", "/me")).status).toBe(200);
});
