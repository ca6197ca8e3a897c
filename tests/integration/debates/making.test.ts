import { afterEach, describe, expect, test } from "vitest";
import { archiveArgument } from "@/lib/arguments/commands/archive-argument";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { createDebateSchema } from "@/lib/debates/brief-schema";
import { removeItem } from "@/lib/debates/commands/arrange-items";
import { createDebate } from "@/lib/debates/commands/create-debate";
import { addEditor, removeEditor } from "@/lib/debates/commands/editors";
import { abandonDraft, publishDebate } from "@/lib/debates/commands/publish-debate";
import { listDebates } from "@/lib/debates/queries/debates";
import { debateListSchema } from "@/lib/debates/schema";
import { env } from "@/lib/env";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { notificationListSchema } from "@/lib/notifications/schema";
import { parsePublicId } from "@/lib/shared/ids";
import { createComment } from "@/tests/factories/create-comment";
import { createUser } from "@/tests/factories/create-user";
import { makeReady } from "@/tests/factories/make-ready";
import { asViewer } from "@/tests/factories/viewer";
import { cite, debateWithEditor, debateWithFact } from "./place";

const begin = createDebateSchema.parse({
  title: "New",
  motion: "The library should open on Sundays.",
});
afterEach(() => Object.assign(env, { DEBATES_BY: "moderators" }));

describe("Whoever makes a debate", () => {
  test("is its editor, and no page of the site loses its address", async () => {
    const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
    const { debate } = await createDebate(moderator, begin);
    expect(debate).toBe("new-2");
    expect(await db.debate.findUnique({ where: { slug: debate } })).toMatchObject({
      ...{ status: "DRAFT", openedAt: null },
    });
    expect(await db.debateRole.count({ where: { userId: moderator.id } })).toBe(1);
  });

  test("is a member who is not new, where the site says so", async () => {
    const joined = new Date(Date.now() - 3 * 86_400_000);
    const [old, young] = [await createUser(db, { createdAt: joined }), await createUser(db)];
    const { slug, id } = await debateWithEditor();
    const title = "A claim that somebody makes.";
    const words = { debate: slug, parentId: null, stance: "SUPPORT", title };
    const argument = await submitArgument(asViewer(old), submitArgumentSchema.parse(words));
    const argumentId = parsePublicId(argument.id)!.id;
    for (let said = 0; said < 2; said += 1)
      await createComment(db, { debateId: id, argumentId, authorId: old.id });
    const refused = { code: "MODERATORS_ONLY" };
    await expect(createDebate(asViewer(old), begin)).rejects.toMatchObject(refused);
    Object.assign(env, { DEBATES_BY: "members" });
    await expect(createDebate(asViewer(young), begin)).rejects.toMatchObject({ code: "TOO_NEW" });
    expect(await createDebate(asViewer(old), begin)).toMatchObject({ version: 1 });
  });
});

describe("A draft", () => {
  test("opens when nothing is missing, once, also when two press at once", async () => {
    const { id, slug, editor } = await debateWithEditor("DRAFT");
    await expect(publishDebate(editor, { debate: slug })).rejects.toMatchObject({
      code: "NOT_READY",
      details: { current: { missing: expect.arrayContaining(["FACTS", "SUPPORT"]) as unknown } },
    });
    await makeReady(db, { id });
    const both = [publishDebate(editor, { debate: slug }), publishDebate(editor, { debate: slug })];
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { items } = await listDebates(debateListSchema.parse({}));
    expect(items.map((debate) => debate.slug)).toContain(slug);
  });

  test("takes its editors' arguments, and one of them taken out leaves no entry in the log", async () => {
    const { slug, editor, factId } = await debateWithFact("DRAFT");
    const other = asViewer(await createUser(db));
    await expect(cite(other, slug, factId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await addEditor(editor, { debate: slug, handle: other.handle });
    const id = parsePublicId(await cite(other, slug, factId))!;
    const doomed = { debate: slug, version: 2, part: "facts", id: factId } as const;
    await expect(removeItem(editor, doomed)).rejects.toMatchObject({ code: "FACT_CITED" });
    const entries = await db.moderationEntry.count();
    await archiveArgument(editor, { id, version: 1, reason: "Said twice." });
    expect(await db.moderationEntry.count()).toBe(entries);
  });

  test("is given up with all that belongs to it", async () => {
    const { id, slug, editor, factId } = await debateWithFact("DRAFT");
    await cite(editor, slug, factId);
    await addEditor(editor, { debate: slug, handle: (await createUser(db)).handle });
    await abandonDraft(editor, { debate: slug });
    expect(await db.debate.count({ where: { id } })).toBe(0);
    expect(await db.source.count({ where: { debateId: id } })).toBe(0);
  });

  test("leaves nothing behind in any table that names a debate", async () => {
    const forgotten = await db.$queryRaw<{ table_name: string }[]>`
      SELECT c.table_name::text FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND c.column_name = 'debate_id' AND t.table_type = 'BASE TABLE'
        AND pg_get_functiondef('delete_draft'::regproc) !~ ('DELETE FROM ' || c.table_name || ' ')
      ORDER BY 1`;
    // What is moderated or purged has been published.
    expect(forgotten.map((table) => table.table_name)).toEqual([
      ...["flags", "moderation_entries", "purges", "reviews"],
    ]);
  });

  test("is given up no more once it is open", async () => {
    const { slug, editor } = await debateWithEditor();
    const refused = { code: "ALREADY_PUBLISHED" };
    await expect(abandonDraft(editor, { debate: slug })).rejects.toMatchObject(refused);
  });
});

describe("Editors invite others", () => {
  test("who are told, also of a draft, until they are removed again", async () => {
    const { slug, editor } = await debateWithEditor("DRAFT");
    const invited = asViewer(await createUser(db));
    const told = async () =>
      (await listNotifications(invited, notificationListSchema.parse({}))).items;
    const input = { debate: slug, handle: invited.handle };
    await addEditor(editor, input);
    await addEditor(editor, input);
    expect(await told()).toMatchObject([{ event: "INVITED", href: `/debates/${slug}/edit` }]);
    await removeEditor(editor, input);
    expect(await told()).toEqual([]);
  });

  test("the last one does not leave, also when two leave at once", async () => {
    const { id, slug, editor } = await debateWithEditor();
    const other = asViewer(await createUser(db));
    await addEditor(editor, { debate: slug, handle: other.handle });
    const leave = (who: typeof other) => removeEditor(who, { debate: slug, handle: who.handle });
    await Promise.allSettled([leave(editor), leave(other)]);
    expect(await db.debateRole.count({ where: { debateId: id } })).toBe(1);
  });

  test("nobody of this name is added", async () => {
    const { slug, editor } = await debateWithEditor();
    await expect(addEditor(editor, { debate: slug, handle: "nobody-here" })).rejects.toMatchObject({
      details: { fields: { handle: [expect.any(String)] } },
    });
  });
});
