import { beforeEach, describe, expect, test } from "vitest";
import { columnsOf } from "@/lib/arguments/queries/columns";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { db } from "@/lib/db/client";
import { getDebate, readingContext } from "@/lib/debates/queries/context";
import { getFeatured } from "@/lib/debates/queries/debates";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { curateArgument } from "@/lib/moderation/commands/curate-argument";
import { curateDebate } from "@/lib/moderation/commands/curate-debate";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import type { CurateDebateInput } from "@/lib/moderation/schema";
import type { Actor } from "@/lib/shared/viewer";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const words = { publicReason: "It had to be.", privateNote: "" };
let editor: Actor;
let member: Actor;
let debate: { id: number; slug: string };
let argument: { debateId: number; id: number };

beforeEach(async () => {
  [editor, member] = [asViewer(await createUser(db)), asViewer(await createUser(db))];
  debate = await createDebate(db);
  const debateId = debate.id;
  await db.debateRole.create({ data: { debateId, userId: editor.id, role: "EDITOR" } });
  argument = { debateId, id: (await createArgument(db, { debateId })).id };
});

const act = (more: { act: "LOCK" | "FEATURE" | "REOPEN" } | { act: "SLOW"; minutes: number }) =>
  curateDebate(editor, { debate: debate.slug, ...words, ...more } as CurateDebateInput);
const close = (conclusion = "It was **heard**.") =>
  curateDebate(editor, { act: "CLOSE", debate: debate.slug, conclusion, ...words });
const undo = (entry: number) => undoEntry(editor, { entry, ...words });
const comment = (at = argument) => postComment(member, { argumentId: at, body: "And then?" });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "granted",
    (error: { code: string }) => error.code,
  );

describe("A locked thread", () => {
  test("takes no comment and no reply, here and further down, and is still voted on", async () => {
    const below = await createArgument(db, { debateId: debate.id, parentId: argument.id });
    const { entry } = await curateArgument(editor, { act: "LOCK", argument, ...words });
    const deeper = { debateId: debate.id, id: below.id };
    for (const at of [argument, deeper]) {
      expect(await code(comment(at))).toBe("THREAD_LOCKED");
      const reply = { parentId: at, stance: "OPPOSE" as const, title: "A claim.", body: "" };
      const input = { debate: debate.slug, ...reply, sources: [], factIds: [] };
      expect(await code(submitArgument(member, input))).toBe("THREAD_LOCKED");
      expect(await code(castVote(member, { id: at, impact: 3 }))).toBe("granted");
    }
    await undo(entry);
    expect(await code(comment(deeper))).toBe("granted");
  });

  test("does not keep what is hidden later from being taken back by itself", async () => {
    const { entry } = await curateArgument(editor, { act: "LOCK", argument, ...words });
    await curateArgument(editor, { act: "FEATURE", argument, ...words });
    await undo(entry);
    const row = await db.argument.findUniqueOrThrow({ where: { debateId_id: argument } });
    expect(row).toMatchObject({ locked: false, featured: true });
  });
});

test("A featured argument stands first on its side, on the first page and once", async () => {
  for (let n = 0; n < 3; n += 1) await createArgument(db, { debateId: debate.id });
  const last = await createArgument(db, { debateId: debate.id });
  const ref = { debateId: debate.id, id: last.id };
  await curateArgument(editor, { act: "FEATURE", argument: ref, ...words });
  const context = (await readingContext({ slug: debate.slug }, null))!;
  const list = { sort: "convincing" as const, cited: false, limit: 2 };
  const seen: string[] = [];
  for (let supportCursor: string | undefined, page = 0; page < 4; page += 1) {
    const { support } = await columnsOf(context, null, { ...list, supportCursor });
    seen.push(...support.items.map(({ id }) => id));
    if (!support.nextCursor) break;
    supportCursor = support.nextCursor;
  }
  expect(seen[0]).toBe(`${debate.id}-${last.id}`);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(5);
});

describe("A debate", () => {
  test("that is locked takes nothing new and no votes, until it is taken back", async () => {
    const { entry } = await act({ act: "LOCK" });
    expect(await code(comment())).toBe("DEBATE_LOCKED");
    expect(await code(castVote(member, { id: argument, impact: 3 }))).toBe("DEBATE_LOCKED");
    expect(await code(act({ act: "LOCK" }))).toBe("LOCKED_ALREADY");
    await undo(entry);
    expect(await code(comment())).toBe("granted");
  });

  test("in slow mode takes one contribution of a person in its minutes, of two at once too", async () => {
    await act({ act: "SLOW", minutes: 10 });
    const answers = await Promise.all([code(comment()), code(comment()), code(comment())]);
    expect(answers.filter((one) => one === "granted")).toHaveLength(1);
    const refusal = await comment().then(
      () => null,
      (error: { code: string; details: { params: { until: number } } }) => error,
    );
    expect(refusal?.code).toBe("SLOW_MODE");
    expect(refusal!.details.params.until - Date.now()).toBeGreaterThan(9 * 60_000);
    const { entry } = await act({ act: "SLOW", minutes: 0 });
    expect(await code(comment())).toBe("granted");
    await undo(entry);
    expect((await getDebate(debate.slug))?.slowMinutes).toBe(10);
  });

  test("is closed with a conclusion, opened again, and closed anew by taking that back", async () => {
    const closing = await close();
    expect(await getDebate(debate.slug)).toMatchObject({
      ...{ status: "CLOSED", conclusion: "It was **heard**." },
      closedAt: expect.any(String) as string,
    });
    expect(await code(comment())).toBe("DEBATE_NOT_OPEN");
    const { entry } = await act({ act: "REOPEN" });
    expect(await getDebate(debate.slug)).toMatchObject({ status: "OPEN", conclusion: "" });
    expect(await code(undo(closing.entry))).toBe("LATER_FIRST");
    await undo(entry);
    expect(await getDebate(debate.slug)).toMatchObject({
      ...{ status: "CLOSED", conclusion: "It was **heard**." },
    });
    await undo(closing.entry);
    expect(await getDebate(debate.slug)).toMatchObject({ status: "OPEN", closedAt: null });
  });

  test("takes the place of the featured one on the front page, by a moderator", async () => {
    expect(await code(act({ act: "FEATURE" }))).toBe("NOT_ALLOWED");
    const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
    for (const { slug } of [await createDebate(db), debate]) {
      await curateDebate(moderator, { act: "FEATURE", debate: slug, ...words });
      expect((await getFeatured()).featured?.slug).toBe(slug);
    }
    expect(await db.debate.count({ where: { featured: true } })).toBe(1);
  });
});
