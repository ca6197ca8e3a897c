import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { logListSchema } from "@/lib/moderation/log-schema";
import { getLogEntry, getLogHead, listLog, listLoggedDebates } from "@/lib/moderation/queries/log";
import { createUser } from "@/tests/factories/create-user";
import { aboutComment, append, scene, type Scene } from "./entries";

const read = (asked: Record<string, unknown> = {}) => listLog(logListSchema.parse(asked));
const numbers = async (asked: Record<string, unknown> = {}) =>
  (await read(asked)).items.map(({ id }) => id);
const ofDebate = ({ debate }: Scene, more: Record<string, unknown> = {}) =>
  numbers({ debate: debate.slug, ...more });

describe("Somebody who reads the log", () => {
  test("finds entries newest first, and each under its number", async () => {
    const at = await scene();
    const made = [await append(at), await append(at, { action: "WARN" }), await append(at)];
    expect(await ofDebate(at)).toEqual(made.toReversed());
    const entry = await getLogEntry(made[1]!);
    expect(entry).toMatchObject({
      id: made[1],
      action: "WARN",
      ground: "SPAM",
      reason: "It sells something.",
      by: { kind: "PERSON", handle: at.moderator.handle, name: "Mo Derator" },
      undoes: null,
      undoneBy: null,
      appeal: null,
      purged: false,
    });
    expect(entry?.target).toMatchObject({
      kind: "ARGUMENT",
      debate: { slug: at.debate.slug },
      argument: { id: `${at.debate.id}-${at.argument.id}`, number: "1" },
      commentId: null,
      person: { handle: at.author.handle },
    });
    const before = await getLogEntry(made[0]!);
    expect(entry?.previousHash).toBe(before?.hash);
    expect(await getLogEntry(made[2]! + 1000)).toBeNull();
  });

  test("pages through all of it without missing or repeating an entry, also while it grows", async () => {
    const at = await scene();
    const made: number[] = [];
    for (let count = 0; count < 7; count += 1) made.push(await append(at));
    const seen: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await read({ debate: at.debate.slug, limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      await append(at);
    } while (cursor);
    expect(seen).toEqual(made.toReversed());
  });

  test("narrows it by debate, person, action, ground, and what was taken back", async () => {
    const [at, elsewhere] = [await scene(), await scene()];
    const hidden = await append(at);
    const warned = await append(at, { action: "WARN", ground: "UNCIVIL" });
    const undoing = await append(at, { action: "RESTORE", ground: "NO_BREACH", undoesId: hidden });
    const other = await append(elsewhere);
    expect(await ofDebate(at)).toEqual([undoing, warned, hidden]);
    expect(await numbers({ person: `@${at.author.handle.toUpperCase()}` })).toEqual([
      undoing,
      warned,
      hidden,
    ]);
    expect(await numbers({ person: elsewhere.author.handle })).toEqual([other]);
    expect(await numbers({ person: "Nobody at all" })).toEqual([]);
    expect(await numbers({ debate: "no-such-debate" })).toEqual([]);
    expect(await ofDebate(at, { action: "WARN" })).toEqual([warned]);
    expect(await ofDebate(at, { ground: "SPAM" })).toEqual([hidden]);
    expect(await ofDebate(at, { undone: "true" })).toEqual([hidden]);
    expect(await ofDebate(at, { undone: "false" })).toEqual([undoing, warned]);
    expect(await ofDebate(at, { ground: "SPAM", undone: "false" })).toEqual([]);
    expect(await getLogEntry(hidden)).toMatchObject({ undoneBy: undoing });
    expect(await getLogEntry(undoing)).toMatchObject({ undoes: hidden });
    expect((await listLoggedDebates()).map(({ slug }) => slug)).toContain(at.debate.slug);
  });

  test("finds words of the public reason, to the letter, and never those of the private note", async () => {
    const at = await scene();
    const sold = await append(at, { publicReason: "It sells 100% SNAKE_oil." });
    await append(at, { publicReason: "It sells 1000 snakes, oily.", privateNote: "Zebra" });
    expect(await ofDebate(at, { q: "snake_OIL" })).toEqual([sold]);
    expect(await ofDebate(at, { q: "100% snake" })).toEqual([sold]);
    expect(await ofDebate(at, { q: "\\" })).toEqual([]);
    expect(await ofDebate(at, { q: "zebra" })).toEqual([]);
    expect(await ofDebate(at, { q: "sn\u0000ake" })).toEqual([]);
  });

  test("sees how an appeal ended, and which entry ended it", async () => {
    const at = await scene();
    const hidden = await append(at);
    const columns = { debateId: at.debate.id, argumentId: at.argument.id };
    const review = await db.review.create({
      data: { cause: "APPEAL", target: "ARGUMENT", ...columns, authorId: at.author.id },
    });
    await db.appeal.create({
      data: { entryId: hidden, reviewId: review.id, authorId: at.author.id, text: "Zeppelin" },
    });
    expect(await getLogEntry(hidden)).toMatchObject({
      appeal: { state: "WAITING", outcome: null },
    });
    const upheld = await append(at, { action: "UPHOLD" });
    await db.appeal.update({ where: { entryId: hidden }, data: { outcomeId: upheld } });
    expect(await getLogEntry(hidden)).toMatchObject({
      appeal: { state: "UPHELD", outcome: upheld },
    });
    const outcome = await getLogEntry(upheld);
    expect(outcome).toMatchObject({ decidesAppealOf: hidden });
    expect(JSON.stringify([outcome, await getLogEntry(hidden)])).not.toContain("Zeppelin");
  });
});

describe("The log does not tell", () => {
  test("what was hidden: no title, no comment, no note, no snapshot", async () => {
    const at = await scene();
    const columns = { debateId: at.debate.id, id: at.argument.id };
    await db.argument.update({
      where: { debateId_id: columns },
      data: { title: "Zanzibar", status: "ARCHIVED", curated: true, withheld: true },
    });
    await db.comment.update({
      where: { debateId_id: { debateId: at.debate.id, id: at.comment.id } },
      data: { body: "Zanzibar", status: "HIDDEN" },
    });
    const words = { privateNote: "Zanzibar", snapshot: { title: "Zanzibar" } };
    await append(at, words);
    const about = await append(at, { ...words, about: aboutComment(at) });
    const { items } = await read({ debate: at.debate.slug });
    expect(items).toHaveLength(2);
    expect(JSON.stringify(items)).not.toContain("Zanzibar");
    expect(JSON.stringify(await getLogEntry(about))).not.toContain("Zanzibar");
    await db.argument.update({
      where: { debateId_id: columns },
      data: { status: "LIVE", curated: false, withheld: false },
    });
    expect((await getLogEntry(about))?.target.argument?.title).toBe("Zanzibar");
  });

  test("of drafts, neither in a list nor under a number", async () => {
    const at = await scene({ status: "DRAFT" });
    const id = await append(at);
    expect(await ofDebate(at)).toEqual([]);
    expect(await numbers({ person: at.author.handle })).toEqual([]);
    expect(await numbers()).not.toContain(id);
    expect(await getLogEntry(id)).toBeNull();
    expect((await listLoggedDebates()).map(({ slug }) => slug)).not.toContain(at.debate.slug);
    await db.debate.update({ where: { id: at.debate.id }, data: { status: "ARCHIVED" } });
    expect(await ofDebate(at)).toEqual([id]);
  });

  test("the names of people who erased their accounts, and finds nothing by what is left", async () => {
    const at = await scene();
    const id = await append(at, { about: { target: "PERSON", personId: at.author.id } });
    const erase = (person: { id: number }) =>
      db.user.update({
        where: { id: person.id },
        data: { status: "ERASED", name: "Zanzibar", email: null, emailVerifiedAt: null },
      });
    await erase(at.author);
    await erase(at.moderator);
    const entry = await getLogEntry(id);
    expect(entry).toMatchObject({ by: { kind: "MODERATOR" }, target: { person: null } });
    expect(JSON.stringify(entry)).not.toMatch(/Zanzibar|person-/);
    expect(await numbers({ person: at.author.handle })).toEqual([]);
  });

  test("who a moderator is whom the entry does not name", async () => {
    const at = await scene();
    const { id: debateId } = at.debate;
    const unnamed = async (debate: number | null, actor: number | null) => {
      const target = debate === null ? "PERSON" : "DEBATE";
      const [row] = await db.$queryRaw<[{ id: number }]>`
        SELECT log_moderation('WARN', ${target}::"ModerationTarget", ${actor}::int, false, ${debate}::int, NULL, NULL,
          ${at.author.id}, 'OTHER', NULL, '{}', 'A reason', '', NULL) AS id`;
      return getLogEntry(row.id);
    };
    expect((await unnamed(debateId, at.moderator.id))?.by).toEqual({ kind: "DEBATE_MODERATOR" });
    expect((await unnamed(null, at.moderator.id))?.by).toEqual({ kind: "MODERATOR" });
    expect((await unnamed(null, null))?.by).toEqual({ kind: "AUTOMATIC" });
  });

  test("words that the law has taken, but that they were taken", async () => {
    const at = await scene();
    const id = await append(at, { publicReason: "It names a child." });
    const { hash } = (await getLogEntry(id))!;
    await db.moderationWords.update({
      where: { entryId: id },
      data: { salt: "", publicReason: "", privateNote: "", purgedAt: new Date() },
    });
    expect(await getLogEntry(id)).toMatchObject({ reason: "", purged: true, hash });
  });
});

test("Whoever notes the log's end gets its number and hash", async () => {
  const at = await scene();
  const id = await append(at, { personId: (await createUser(db)).id });
  const entry = await getLogEntry(id);
  expect(await getLogHead()).toEqual({ entries: id, hash: entry?.hash });
});
