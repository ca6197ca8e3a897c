import { describe, expect, test } from "vitest";
import { confirmFacts } from "@/lib/arguments/commands/confirm-facts";
import { editArgument } from "@/lib/arguments/commands/edit-argument";
import { getArgument } from "@/lib/arguments/queries/argument";
import { editArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { removeItem } from "@/lib/debates/commands/arrange-items";
import { writeFact } from "@/lib/debates/commands/write-fact";
import { readBrief } from "@/lib/debates/queries/brief";
import { verifyLog } from "@/lib/moderation/queries/verify-log";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { notificationListSchema } from "@/lib/notifications/schema";
import { search } from "@/lib/search/queries/search";
import { searchSchema } from "@/lib/search/schema";
import { parsePublicId } from "@/lib/shared/ids";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { cite, debateWithFact, factInput } from "./place";

const corrected = { text: "The council voted in June.", certainty: "DISPUTED" };

/** A published fact that a member cites, and the correction of it. */
async function scene() {
  const debate = await debateWithFact();
  const author = asViewer(await createUser(db));
  const argument = await cite(author, debate.slug, debate.factId);
  const correction = (more: object = {}) =>
    factInput(debate.slug, 2, {
      ...{ id: debate.factId, ...corrected, reason: "The minutes say June." },
      ...more,
    });
  return { ...debate, author, argument, correction };
}

const marked = async (id: string) =>
  (await getArgument(id, null))!.facts.filter((fact) => fact.corrected).length;

describe("A published fact is corrected", () => {
  test("with what it said before and why, on the brief and in the log", async () => {
    const { id, editor, correction } = await scene();
    await writeFact(editor, correction());
    const [fact] = (await readBrief(id))!.facts;
    expect(fact).toMatchObject({
      ...corrected,
      corrections: [
        {
          formerText: "The council voted in May.",
          formerCertainty: "REPORTED",
          reason: "The minutes say June.",
        },
      ],
    });
    const entry = await db.moderationEntry.findFirstOrThrow({
      where: { debateId: id, action: "CORRECT" },
    });
    expect(entry).toMatchObject({
      ...{ action: "CORRECT", target: "DEBATE", ground: "QUALITY", actorId: editor.id },
      details: { fact: 1, from: "REPORTED", to: "DISPUTED" },
    });
    // The fact was added, and then corrected: other words are one entry, not two.
    expect(await verifyLog()).toMatchObject({ whole: true, entries: 2 });
  });

  test("never without a reason", async () => {
    const { id, editor, correction } = await scene();
    await expect(writeFact(editor, correction({ reason: "" }))).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { fields: { reason: [expect.any(String)] } },
    });
    expect(await db.factCorrection.count({ where: { debateId: id } })).toBe(0);
  });

  test("another source alone is no correction, but an edit that the log names", async () => {
    const { id, slug, editor, factId } = await scene();
    const sources = [{ title: "Another report", url: "https://example.org/other" }];
    await writeFact(editor, factInput(slug, 2, { id: factId, sources }));
    expect(await db.factCorrection.count({ where: { debateId: id } })).toBe(0);
    const [edit] = await db.moderationEntry.findMany({
      where: { debateId: id },
      orderBy: { id: "desc" },
    });
    expect(edit).toMatchObject({
      ...{ action: "EDIT", target: "DEBATE", actorId: editor.id },
      details: { part: "facts", item: factId, fact: 1, change: "CHANGED", fields: ["sources"] },
    });
  });

  test("it is struck but not removed, keeps its number, and is found no more", async () => {
    const { id, slug, editor, factId, correction } = await scene();
    const doomed = { debate: slug, version: 2, part: "facts", id: factId } as const;
    await expect(removeItem(editor, doomed)).rejects.toMatchObject({ code: "FACT_PUBLISHED" });
    await writeFact(editor, correction({ text: "The council voted in May.", certainty: "STRUCK" }));
    expect(await db.fact.findFirst({ where: { debateId: id } })).toMatchObject({
      ...{ number: 1, certainty: "STRUCK" },
    });
    const found = await search(searchSchema.parse({ q: "council voted", debate: slug }));
    expect(found.items.filter(({ kind }) => kind === "FACT")).toEqual([]);
  });
});

describe("An argument that cites it says so", () => {
  test("its author is told, once, and led to the fact", async () => {
    const { author, slug, editor, factId, correction } = await scene();
    await cite(author, slug, factId);
    await writeFact(editor, correction());
    const { items } = await listNotifications(author, notificationListSchema.parse({}));
    expect(items).toMatchObject([
      { event: "CORRECTED", reason: "The minutes say June.", href: `/debates/${slug}/brief#F1` },
    ]);
    const own = await listNotifications(editor, notificationListSchema.parse({}));
    expect(own.items).toEqual([]);
  });

  test("until its author has looked", async () => {
    const { author, argument, editor, correction } = await scene();
    expect(await marked(argument)).toBe(0);
    await writeFact(editor, correction());
    expect(await marked(argument)).toBe(1);
    const { facts, version } = (await getArgument(argument, author))!;
    await confirmFacts(author, { id: parsePublicId(argument)!, version, facts });
    expect(await marked(argument)).toBe(0);
  });

  test("or has edited it", async () => {
    const { author, argument, factId, editor, correction } = await scene();
    await writeFact(editor, correction());
    const words = { id: argument, version: 1, title: "Many could come.", factIds: [factId] };
    await editArgument(author, editArgumentSchema.parse(words));
    expect(await marked(argument)).toBe(0);
  });

  test("also in a debate that is closed, where facts go on being corrected", async () => {
    const { id, author, argument, editor, correction } = await scene();
    await db.debate.update({ where: { id }, data: { status: "CLOSED", closedAt: new Date() } });
    await writeFact(editor, correction());
    const { facts, version, can } = (await getArgument(argument, author))!;
    expect(can.confirmFacts).toEqual({ granted: true });
    expect(can.edit).toMatchObject({ granted: false, because: "DEBATE_NOT_OPEN" });
    await confirmFacts(author, { id: parsePublicId(argument)!, version, facts });
    expect(await marked(argument)).toBe(0);
  });

  test("a correction made since is not confirmed with an older one", async () => {
    const { author, argument, slug, factId, editor, correction } = await scene();
    await writeFact(editor, correction());
    const { facts, version } = (await getArgument(argument, author))!;
    const again = { id: factId, text: "The council voted in July.", reason: "Read once more." };
    await writeFact(editor, factInput(slug, 3, again));
    await confirmFacts(author, { id: parsePublicId(argument)!, version, facts });
    expect(await marked(argument)).toBe(1);
  });

  test("another member confirms nothing", async () => {
    const { argument, editor, correction } = await scene();
    await writeFact(editor, correction());
    const stranger = asViewer(await createUser(db));
    const { facts, version } = (await getArgument(argument, stranger))!;
    await expect(
      confirmFacts(stranger, { id: parsePublicId(argument)!, version, facts }),
    ).rejects.toMatchObject({ code: "NOT_AUTHOR" });
    expect(await marked(argument)).toBe(1);
  });

  test("one written after the correction does not", async () => {
    const { author, slug, factId, editor, correction } = await scene();
    await writeFact(editor, correction());
    expect(await marked(await cite(author, slug, factId))).toBe(0);
  });
});
