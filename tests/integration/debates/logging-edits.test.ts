import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { writeDecisionSchema, writeItemSchema } from "@/lib/debates/brief-schema";
import { moveItem, removeItem } from "@/lib/debates/commands/arrange-items";
import { writeDecision } from "@/lib/debates/commands/write-decision";
import { writeFact } from "@/lib/debates/commands/write-fact";
import { writeItem } from "@/lib/debates/commands/write-item";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { logListSchema } from "@/lib/moderation/log-schema";
import { listLog } from "@/lib/moderation/queries/log";
import { verifyLog } from "@/lib/moderation/queries/verify-log";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { debateWithEditor, factInput, source } from "./place";

type Place = Awaited<ReturnType<typeof debateWithEditor>>;
const ofOpen = () => debateWithEditor();
const item = (debate: string, version: number, more: object) =>
  writeItemSchema.parse({ debate, version, ...more });
const decision = (debate: string, version: number, more: object = {}) =>
  writeDecisionSchema.parse({ debate, version, title: "Sundays", ...more });
const logged = ({ id }: Place) =>
  db.moderationEntry.findMany({
    where: { debateId: id },
    orderBy: { id: "asc" },
    include: { words: true },
  });

const added = [
  ["actors", { part: "actors", name: "Ada", stance: "SUPPORTS", summary: "She asked for it." }],
  ["timeline", { part: "timeline", date: "2025-05", text: "The vote." }],
  ["questions", { part: "questions", text: "Who pays for it?" }],
  ["glossary", { part: "glossary", term: "Quorum", definition: "Enough members." }],
] as const;

describe("Of an open debate the log says, in public,", () => {
  test.each(added)(
    "that something was added to, changed in and taken out of: %s",
    async (part, row) => {
      const place = await ofOpen();
      const { slug, editor } = place;
      const made = await writeItem(editor, item(slug, 1, row));
      const other =
        "text" in row
          ? { text: "Something else." }
          : "summary" in row
            ? { summary: "She asked twice." }
            : { definition: "Half of them." };
      await writeItem(editor, item(slug, 2, { ...row, ...other, id: made.id }));
      await removeItem(editor, { debate: slug, version: 3, part, id: made.id! });
      const entries = await logged(place);
      expect(entries.map(({ details }) => details)).toEqual([
        { part, item: made.id, change: "ADDED", fields: [] },
        { part, item: made.id, change: "CHANGED", fields: Object.keys(other) },
        { part, item: made.id, change: "REMOVED", fields: [] },
      ]);
      for (const entry of entries) {
        expect(entry).toMatchObject({
          ...{ action: "EDIT", target: "DEBATE", actorId: editor.id, personId: null },
          ...{ argumentId: null, ground: "QUALITY" },
        });
      }
      const said = JSON.stringify(
        entries.map(({ words, details }) => [words?.publicReason, details]),
      );
      expect(said).not.toMatch(/Ada|vote|pays|Quorum/);
      expect(JSON.stringify(entries[2]!.words?.snapshot)).toContain(Object.values(other)[0]);
      expect((await verifyLog()).whole).toBe(true);
    },
  );

  test("which fields of the decision were changed, and readers find it", async () => {
    const place = await ofOpen();
    const { slug, editor } = place;
    await writeDecision(editor, decision(slug, 1, { headline: "The council voted." }));
    const more = { headline: "It voted.", affects: ["Readers"], sources: [source] };
    await writeDecision(editor, decision(slug, 2, more));
    const [, second] = await logged(place);
    expect(second).toMatchObject({
      details: { part: "decision", item: null, fields: ["headline", "affects", "sources"] },
      words: { snapshot: { body: expect.stringContaining("The council voted.") } },
    });
    const { items } = await listLog(logListSchema.parse({ debate: slug }));
    expect(items[0]).toMatchObject({
      action: "EDIT",
      reason:
        "The decision and the motion: changed (what was decided, in one line, whom and what it affects, sources).",
    });
  });

  test("that a fact was added, and that items were put in another order", async () => {
    const place = await ofOpen();
    const { slug, editor } = place;
    await writeFact(editor, factInput(slug, 1));
    await writeItem(editor, item(slug, 2, added[1][1]));
    const { id } = await writeItem(
      editor,
      item(slug, 3, { ...added[1][1], text: "The proposal." }),
    );
    await moveItem(editor, { debate: slug, version: 4, part: "timeline", id: id!, by: "up" });
    const entries = await logged(place);
    expect(entries[0]!.details).toMatchObject({ part: "facts", fact: 1, change: "ADDED" });
    expect(entries.at(-1)!.details).toMatchObject({ part: "timeline", item: id, change: "MOVED" });
  });

  test("nothing when nothing was changed", async () => {
    const place = await ofOpen();
    const { slug, editor } = place;
    const { id } = await writeItem(editor, item(slug, 1, added[1][1]));
    await writeItem(editor, item(slug, 2, { ...added[1][1], id }));
    await moveItem(editor, { debate: slug, version: 3, part: "timeline", id: id!, by: "up" });
    expect(await logged(place)).toHaveLength(1);
  });

  test("nothing of an edit that fails", async () => {
    const place = await ofOpen();
    const { slug, editor } = place;
    await expect(writeItem(editor, item(slug, 7, added[1][1]))).rejects.toMatchObject({
      code: "STALE_VERSION",
    });
    const stranger = asViewer(await createUser(db));
    await expect(writeItem(stranger, item(slug, 1, added[1][1]))).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
    expect(await logged(place)).toEqual([]);
  });
});

test("Of a draft the log says nothing", async () => {
  const place = await debateWithEditor("DRAFT");
  const { slug, editor } = place;
  await writeDecision(editor, decision(slug, 1, { headline: "The council voted." }));
  const { id } = await writeItem(editor, item(slug, 2, added[1][1]));
  await removeItem(editor, { debate: slug, version: 3, part: "timeline", id: id! });
  expect(await logged(place)).toEqual([]);
});

test("An edit of a closed debate is logged too", async () => {
  const place = await debateWithEditor("CLOSED");
  await writeItem(place.editor, item(place.slug, 1, added[3][1]));
  expect(await logged(place)).toHaveLength(1);
});

test("Nobody takes an edit back from the log: the brief is edited again", async () => {
  const place = await ofOpen();
  await writeItem(place.editor, item(place.slug, 1, added[3][1]));
  const [entry] = await logged(place);
  const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
  const words = { publicReason: "It was better before.", privateNote: "" };
  await expect(undoEntry(moderator, { entry: entry!.id, ...words })).rejects.toMatchObject({
    code: "EDIT_AGAIN",
  });
  expect(await logged(place)).toHaveLength(1);
});
