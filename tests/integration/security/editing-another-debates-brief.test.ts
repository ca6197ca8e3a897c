import { beforeAll, describe, expect, test } from "vitest";
import { saveDraft } from "@/lib/arguments/commands/save-draft";
import { getDraft } from "@/lib/arguments/queries/draft";
import { db } from "@/lib/db/client";
import { removeItemSchema, writeFactSchema, writeItemSchema } from "@/lib/debates/brief-schema";
import { moveItem, removeItem } from "@/lib/debates/commands/arrange-items";
import { addEditor, removeEditor } from "@/lib/debates/commands/editors";
import { abandonDraft, publishDebate } from "@/lib/debates/commands/publish-debate";
import { writeFact } from "@/lib/debates/commands/write-fact";
import { writeItem } from "@/lib/debates/commands/write-item";
import { getEditing, listOwnDrafts, mayEditBrief } from "@/lib/debates/queries/editing";
import type { Viewer } from "@/lib/shared/viewer";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { program, reader, type Caller } from "../api/client";
import { debateWithFact, factInput, source } from "../debates/place";

let own: Awaited<ReturnType<typeof debateWithFact>>;
let other: Awaited<ReturnType<typeof debateWithFact>>;
let draft: Awaited<ReturnType<typeof debateWithFact>>;
let intruder: Viewer;
let editorOfOne: Caller;
let member: Caller;

beforeAll(async () => {
  [own, other, draft] = [
    await debateWithFact(),
    await debateWithFact(),
    await debateWithFact("DRAFT"),
  ];
  await db.debate.update({ where: { id: draft.id }, data: { title: "Zanzibar unannounced" } });
  await db.fact.updateMany({ where: { debateId: draft.id }, data: { text: "Zanzibar is deep." } });
  intruder = own.editor;
  editorOfOne = await program(["read", "write"], own.editor);
  member = await program();
});

/** Everything that changes a brief, a draft or its editors, by its path in the debate. */
const writes: [string, string, object | undefined][] = [
  ["PATCH", "", { headline: "Mine now.", version: 2 }],
  ["POST", "/facts", { text: "Mine now.", certainty: "REPORTED", sources: [source], version: 2 }],
  ["PATCH", "/facts/1", { text: "Mine now.", reason: "Because.", version: 2 }],
  ["DELETE", "/facts/1", undefined],
  ["POST", "/brief", { part: "glossary", term: "Mine", definition: "Not yours.", version: 2 }],
  ["PUT", "/brief/1", { part: "glossary", term: "Mine", definition: "Not yours.", version: 2 }],
  ["DELETE", "/brief/actors/1", undefined],
  ["POST", "/brief/actors/1/move", { by: "up", version: 2 }],
  ["POST", "/publish", undefined],
  ["DELETE", "", undefined],
  ["PUT", "/editors/HANDLE", undefined],
  ["DELETE", "/editors/HANDLE", undefined],
];

describe("Through the API", () => {
  test.each(writes)(
    "%s %s is refused to members and editors of other debates",
    async (method, path, json) => {
      const at = (slug: string) => `/debates/${slug}${path.replace("HANDLE", intruder.handle)}`;
      for (const caller of [editorOfOne, member]) {
        expect((await caller.ask(method, at(other.slug), { json })).status).toBe(403);
        const hidden = await caller.ask(method, at(draft.slug), { json });
        expect([hidden.status, hidden.body.code]).toEqual([404, "NOT_FOUND"]);
        expect(JSON.stringify(hidden.body)).not.toContain("Zanzibar");
      }
      expect((await reader.ask(method, at(other.slug), { json })).status).toBe(401);
      expect(await db.debate.findUnique({ where: { id: other.id } })).toMatchObject({ version: 2 });
      expect(await db.debate.findUnique({ where: { id: draft.id } })).toMatchObject({
        ...{ version: 2, status: "DRAFT" },
      });
    },
  );

  test("a token without the scope edits nothing, whosever it is", async () => {
    const reading = await program(["read"], own.editor);
    const json = { headline: "Mine now.", version: 2 };
    const { body } = await reading.ask("PATCH", `/debates/${own.slug}`, { json });
    expect(body.code).toBe("SCOPE_MISSING");
  });
});

describe("By a forged form", () => {
  test("an item of another debate is not changed under the name of one's own", async () => {
    const stolen = factInput(own.slug, 2, { id: other.factId, text: "Mine now.", reason: "So." });
    await expect(writeFact(intruder, stolen)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const doomed = { debate: own.slug, version: 2, part: "facts", id: String(other.factId) };
    await expect(removeItem(intruder, removeItemSchema.parse(doomed))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const actor = await db.actor.create({
      data: {
        ...{ debateId: other.id, position: 1, name: "Ada", role: "" },
        ...{ stance: "NEUTRAL", summary: "She waits." },
      },
    });
    const input = { debate: own.slug, version: 2, part: "actors", id: actor.id } as const;
    await expect(moveItem(intruder, { ...input, by: "up" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const words = { ...input, name: "Eve", stance: "DENIES", summary: "She is here." };
    await expect(writeItem(intruder, writeItemSchema.parse(words))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db.actor.findFirst({ where: { debateId: other.id } })).toMatchObject({
      name: "Ada",
    });
    expect(await db.debate.findUnique({ where: { id: own.id } })).toMatchObject({ version: 2 });
  });

  test("nobody makes themselves an editor, publishes or deletes what is not theirs", async () => {
    const self = { debate: other.slug, handle: intruder.handle };
    const others = { debate: other.slug, handle: other.editor.handle };
    for (const tried of [
      () => addEditor(intruder, self),
      () => removeEditor(intruder, others),
      () => publishDebate(intruder, self),
      () => abandonDraft(intruder, self),
    ]) {
      await expect(tried()).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    }
  });

  test("fields that the form does not have are refused", () => {
    const words = { debate: own.slug, version: 2, text: "Counted.", certainty: "REPORTED" };
    expect(writeFactSchema.safeParse({ ...words, number: 99 }).success).toBe(false);
  });

  test("an editor who has been removed edits no more", async () => {
    const { slug, editor } = await debateWithFact();
    const former = asViewer(await createUser(db));
    await addEditor(editor, { debate: slug, handle: former.handle });
    await removeEditor(editor, { debate: slug, handle: former.handle });
    await expect(writeFact(former, factInput(slug, 2))).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
  });
});

describe("A draft leaks nowhere", () => {
  test("its edit page, editors and list of drafts are not there for others", async () => {
    expect(await mayEditBrief(draft.slug, intruder)).toBeNull();
    expect(await mayEditBrief(draft.slug, null)).toBeNull();
    expect(await getEditing(draft.slug, intruder)).toBeNull();
    expect(await listOwnDrafts(intruder)).toEqual([]);
    expect((await member.ask("GET", `/debates/${draft.slug}/editors`)).status).toBe(404);
  });

  test("of an open debate only its editors see the edit page", async () => {
    expect(await mayEditBrief(other.slug, intruder)).toMatchObject({ because: "NOT_ALLOWED" });
    expect(await getEditing(other.slug, intruder)).toBeNull();
    expect((await member.ask("GET", `/debates/${other.slug}/editors`)).status).toBe(403);
  });

  test("unsent words are kept for its editors alone, each their own", async () => {
    const words = { debate: draft.slug, form: "brief:decision", values: { title: "Zanz" } };
    await expect(saveDraft(intruder, words)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await saveDraft(draft.editor, words);
    expect(await getDraft(intruder, draft.id, "brief:decision")).toBeNull();
  });
});
