import { describe, expect, it } from "vitest";
import { eraseAccount } from "@/lib/accounts/commands/erase";
import { createToken } from "@/lib/accounts/commands/tokens";
import { erase } from "@/lib/accounts/handlers/erase";
import { signIn } from "@/lib/accounts/handlers/sign-in";
import { makeLink } from "@/lib/accounts/commands/one-time-links";
import { exportAccount } from "@/lib/accounts/queries/export";
import { getMember, listMemberArguments, listMemberComments } from "@/lib/accounts/queries/member";
import { createSession, identify } from "@/lib/auth/identify";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { Browser } from "./browser";
import { actorOf, memberWithPassword, password } from "./members";

const canary = "canary-7f3a";

/** A member who has left something in every table that knows people. */
async function busyMember() {
  const user = await memberWithPassword({
    handle: canary,
    handleSkeleton: canary,
    name: `Ann ${canary}`,
    email: `${canary}@example.org`,
    about: `I am ${canary}.`,
  });
  const { id: userId } = user;
  const debate = await createDebate(db, { createdById: (await memberWithPassword()).id });
  const debateId = debate.id;
  const own = await createArgument(db, { debateId, authorId: userId, title: "Mine stays." });
  const other = await createArgument(db, { debateId });
  const voted = { debateId, argumentId: other.id, userId, impact: 4, stance: "SUPPORT" as const };
  await db.impactVote.create({ data: { ...voted, version: 1 } });
  const comment = await createComment(db, { debateId, argumentId: other.id, authorId: userId });
  const foreign = await createComment(db, { debateId, argumentId: other.id });
  await db.commentMention.create({ data: { debateId, commentId: foreign.id, userId } });
  await db.draft.create({ data: { debateId, userId, form: "reply:1", values: { body: canary } } });
  await db.debateVisit.create({ data: { debateId, userId } });
  await letWait(debateId, userId);
  await db.savedReply.create({ data: { userId, name: canary, text: `No place for ${canary}.` } });
  await db.identity.create({ data: { provider: "github", subject: canary, userId } });
  await db.debateRole.create({ data: { debateId, userId, role: "EDITOR" } });
  await makeLink(db, userId, "CHANGE_EMAIL", `new-${canary}@example.org`);
  await createToken(actorOf(user), { name: canary, scopes: ["read"] });
  const cookie = `next-auth.session-token=${await createSession(userId, canary)}`;
  return { user, actor: actorOf(user), debateId, own, other, comment, cookie };
}

/** Something of theirs waits for an editor. */
async function letWait(debateId: number, authorId: number): Promise<void> {
  const content = { stance: "SUPPORT", title: canary, body: "", sources: [], factIds: [] };
  const kind = { kind: "ARGUMENT", why: "CURATED" } as const;
  const { id } = await db.suggestion.create({ data: { debateId, authorId, content, ...kind } });
  const about = { cause: "SUGGESTION", target: "DEBATE", suggestionId: id } as const;
  await db.review.create({ data: { debateId, authorId, ...about } });
}

/** The tables with a row that says `text` anywhere. */
async function rowsWith(text: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables
    WHERE schemaname = 'public' AND query_to_xml(
      format('SELECT 1 FROM %I t WHERE t::text ILIKE %L LIMIT 1', tablename, ${`%${text}%`}::text),
      false, false, '')::text LIKE '%<row>%'
    ORDER BY 1`;
  return tables.map(({ name }) => name);
}

describe("taking one's data along, and erasing it", () => {
  it("A member downloads everything, then erases the account; the words stay, the person is gone", async () => {
    const { user, actor, debateId, own, other, comment, cookie } = await busyMember();

    const data = JSON.stringify(await exportAccount(actor));
    expect(JSON.parse(data)).toMatchObject({
      person: {
        ...{ email: user.email, personalTokens: [{ name: canary }], visits: [{ debateId }] },
        savedReplies: [{ name: canary }],
      },
      arguments: [{ title: "Mine stays." }],
      comments: [{ body: comment.body }],
      votes: [{ argumentId: other.id, impact: 4 }],
      suggestions: [{ status: "WAITING", content: { title: canary } }],
    });
    expect(data).not.toContain("argon2");
    expect(data).not.toMatch(/tokenHash|passwordHash/);
    expect(await rowsWith(canary)).toContain("users");

    await eraseAccount(actor, { handle: canary, password });

    expect(await rowsWith(canary)).toEqual([]);
    expect(await db.review.count({ where: { authorId: user.id, status: "WAITING" } })).toBe(0);
    expect(await identify(new Headers({ cookie }))).toBeNull();
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
      status: "ERASED",
      handle: `deleted-${user.id}`,
      name: "Deleted account",
      email: null,
      passwordHash: null,
    });
    const counts = await db.argumentCounts.findUniqueOrThrow({
      where: { debateId_argumentId: { debateId, argumentId: other.id } },
    });
    expect(counts).toMatchObject({ voteCount: 0, voteSum: 0, n4: 0 });
    const kept = await db.argument.findUniqueOrThrow({
      where: { debateId_id: { debateId, id: own.id } },
    });
    expect(kept).toMatchObject({ title: "Mine stays.", authorId: user.id, status: "LIVE" });
    const members = await db.debateCounts.findUniqueOrThrow({ where: { debateId } });
    expect(members.people).toBe(await db.participation.count({ where: { debateId } }));
  });

  it("Nothing happens when the handle or the password is wrong", async () => {
    const user = await memberWithPassword();
    const actor = actorOf(user);
    await expect(eraseAccount(actor, { handle: "other", password })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(
      eraseAccount(actor, { handle: user.handle, password: "wrong" }),
    ).rejects.toMatchObject({ code: "PASSWORD_WRONG" });
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).status).toBe("ACTIVE");
  });

  it("Of two administrators who leave at once, one stays", async () => {
    const users = [
      await memberWithPassword({ role: "ADMINISTRATOR" }),
      await memberWithPassword({ role: "ADMINISTRATOR" }),
    ];
    const results = await Promise.allSettled(
      users.map((user) => eraseAccount(actorOf(user), { handle: user.handle, password })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.user.count({ where: { role: "ADMINISTRATOR", status: "ACTIVE" } })).toBe(1);
  });
});

describe("a member's public page", () => {
  it("Lists live contributions in pages, newest first, without those of drafts", async () => {
    const user = await memberWithPassword();
    const debate = await createDebate(db, { createdById: user.id });
    const draft = await createDebate(db, { createdById: user.id, status: "DRAFT", openedAt: null });
    for (let n = 1; n <= 5; n += 1) {
      await createArgument(db, { debateId: debate.id, authorId: user.id, title: `Claim ${n}.` });
    }
    const hidden = await createArgument(db, { debateId: draft.id, authorId: user.id });
    await createComment(db, { debateId: draft.id, argumentId: hidden.id, authorId: user.id });

    const titles: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listMemberArguments(user.id, cursor ?? undefined, 2);
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(titles).toEqual(["Claim 5.", "Claim 4.", "Claim 3.", "Claim 2.", "Claim 1."]);
    expect((await listMemberComments(user.id)).items).toEqual([]);
    expect(await getMember(user.handle.toUpperCase())).toMatchObject({ arguments: 5, comments: 0 });
  });

  it("Shows nobody's e-mail address", async () => {
    const user = await memberWithPassword();
    expect(JSON.stringify(await getMember(user.handle))).not.toContain("@");
  });
});

describe("the form that erases an account", () => {
  it("A member types the handle and the password; the browser forgets the session", async () => {
    const user = await memberWithPassword();
    const browser = new Browser();
    await browser.post(signIn, { email: user.email, password });
    await browser.post(erase, { handle: "somebody", password });
    expect((await browser.told())?.fieldErrors?.handle?.[0]).toContain(user.handle);
    const response = await browser.post(erase, { handle: user.handle, password });
    expect(response.headers.get("location")).toBe("/");
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
    expect(browser.cookie).toBe("");
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).status).toBe("ERASED");
  });

  it("Without a session nothing is erased", async () => {
    const user = await memberWithPassword();
    const browser = new Browser();
    await browser.post(erase, { handle: user.handle, password });
    expect((await browser.told())?.code).toBe("SIGN_IN_REQUIRED");
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).status).toBe("ACTIVE");
  });
});
