import { describe, expect, test } from "vitest";
import { saveDraft } from "@/lib/arguments/commands/save-draft";
import { db } from "@/lib/db/client";
import { writeDecisionSchema, writeItemSchema } from "@/lib/debates/brief-schema";
import { moveItem, removeItem } from "@/lib/debates/commands/arrange-items";
import { writeDecision } from "@/lib/debates/commands/write-decision";
import { writeFact } from "@/lib/debates/commands/write-fact";
import { writeItem } from "@/lib/debates/commands/write-item";
import { readBrief } from "@/lib/debates/queries/brief";
import { search } from "@/lib/search/queries/search";
import { searchSchema } from "@/lib/search/schema";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { debateWithEditor, debateWithFact, factInput, source } from "./place";

const decision = (debate: string, version: number, more: object = {}) =>
  writeDecisionSchema.parse({
    ...{ debate, version, title: "Sundays", motion: "The library should open on Sundays." },
    ...{ headline: "The council voted.", affects: "Readers\n\nStaff\n", sources: [source] },
    ...more,
  });
const item = (debate: string, version: number, more: object) =>
  writeItemSchema.parse({ debate, version, ...more });

describe("An editor writes the brief", () => {
  test("the decision, with a point a line and its sources", async () => {
    const { id, slug, editor } = await debateWithEditor("DRAFT");
    expect(await writeDecision(editor, decision(slug, 1))).toMatchObject({ version: 2 });
    const brief = await readBrief(id);
    expect(brief).toMatchObject({ headline: "The council voted.", affects: ["Readers", "Staff"] });
    expect(brief?.sources).toMatchObject([{ url: source.url, quotation: "Voted." }]);
  });

  test("people, events, questions and words, in an order they decide", async () => {
    const { id, slug, editor } = await debateWithEditor();
    const rows = [
      { part: "actors", name: "Ada", stance: "SUPPORTS", summary: "She asked for it." },
      { part: "timeline", date: "2025-05", text: "The vote." },
      { part: "timeline", date: "2025-04", text: "The proposal." },
      { part: "questions", text: "Who pays?", whyItMatters: "Staff cost." },
      { part: "glossary", term: "Quorum", definition: "Enough members." },
    ];
    let version = 1;
    for (const row of rows) {
      version = (await writeItem(editor, item(slug, version, row))).version;
    }
    await writeDecision(editor, decision(slug, version));
    const proposal = (await readBrief(id))!.timeline[1]!;
    const input = {
      debate: slug,
      version: version + 1,
      part: "timeline",
      id: proposal.id,
    } as const;
    await moveItem(editor, { ...input, by: "up" });
    const brief = (await readBrief(id))!;
    expect(brief.timeline.map(({ text }) => text)).toEqual(["The proposal.", "The vote."]);
    expect([brief.actors.length, brief.openQuestions.length, brief.glossary.length]).toEqual([
      1, 1, 1,
    ]);
  });

  test("what they remove is found no more", async () => {
    const { slug, editor } = await debateWithEditor();
    const word = { part: "glossary", term: "Quokkaquorum", definition: "Enough quokkas." };
    const { id, version } = await writeItem(editor, item(slug, 1, word));
    const find = async () =>
      (await search(searchSchema.parse({ q: "quokkaquorum", debate: slug }))).items.length;
    expect(await find()).toBe(1);
    await removeItem(editor, { debate: slug, version, part: "glossary", id: id! });
    expect(await find()).toBe(0);
  });

  test("a word is explained once", async () => {
    const { slug, editor } = await debateWithEditor();
    const word = { part: "glossary", term: "Quorum", definition: "Enough members." };
    const { version } = await writeItem(editor, item(slug, 1, word));
    await expect(writeItem(editor, item(slug, version, word))).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { fields: { term: [expect.any(String)] } },
    });
  });

  test("the 101st fact is refused", async () => {
    const { id, slug, editor } = await debateWithEditor();
    await db.fact.createMany({
      data: Array.from({ length: 100 }, (_, index) => ({
        ...{ debateId: id, number: index + 1, text: "Counted.", certainty: "REPORTED" as const },
      })),
    });
    await expect(writeFact(editor, factInput(slug, 1))).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("the motion is fixed once the debate is open", async () => {
    const { slug, editor } = await debateWithEditor();
    const other = decision(slug, 1, { motion: "The library should close on Sundays." });
    await expect(writeDecision(editor, other)).rejects.toMatchObject({ code: "MOTION_FIXED" });
  });

  test("what was typed and not sent is kept, and forgotten when it is sent", async () => {
    const { id, slug, editor } = await debateWithEditor("DRAFT");
    await saveDraft(editor, { debate: slug, form: "brief:facts:new", values: { text: "The co" } });
    expect(await db.draft.count({ where: { debateId: id } })).toBe(1);
    await writeFact(editor, factInput(slug, 1));
    expect(await db.draft.count({ where: { debateId: id } })).toBe(0);
  });
});

describe("Two editors at once", () => {
  test("who was slower hears what stands now, and nothing of the first is lost", async () => {
    const { id, slug, editor, factId } = await debateWithFact("DRAFT");
    const other = asViewer(await createUser(db, { role: "MODERATOR" }));
    await writeFact(editor, factInput(slug, 2, { id: factId, text: "The council voted in June." }));
    const late = factInput(slug, 2, { id: factId, text: "The council voted in July." });
    await expect(writeFact(other, late)).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { version: 3, part: { text: "The council voted in June." } } },
    });
    expect(await db.fact.findFirst({ where: { debateId: id } })).toMatchObject({
      text: "The council voted in June.",
    });
  });

  test("of ten who save at the same moment one succeeds", async () => {
    const { id, slug, editor } = await debateWithEditor();
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => writeFact(editor, factInput(slug, 1))),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.fact.count({ where: { debateId: id } })).toBe(1);
    expect(await db.debate.findUnique({ where: { id } })).toMatchObject({ version: 2 });
  });
});
