import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { archiveArgument, restoreArgument } from "@/lib/arguments/commands/archive-argument";
import { editArgument } from "@/lib/arguments/commands/edit-argument";
import { saveDraft } from "@/lib/arguments/commands/save-draft";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { getArgument } from "@/lib/arguments/queries/argument";
import { getDraft } from "@/lib/arguments/queries/draft";
import { getRevisions } from "@/lib/arguments/queries/revisions";
import { submitArgumentSchema, type SubmitArgumentInput } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import type { DomainError } from "@/lib/shared/errors";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "granted",
    (error: DomainError) => error.code,
  );

let debate: { id: number; slug: string };
let ann: Viewer;
let bob: Viewer;
let moderator: Viewer;

beforeAll(async () => {
  debate = await createDebate(db);
  ann = asViewer(await createUser(db));
  bob = asViewer(await createUser(db));
  moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
});

const typed = (changes: Record<string, unknown> = {}): SubmitArgumentInput =>
  submitArgumentSchema.parse({
    debate: debate.slug,
    parentId: null,
    stance: "SUPPORT",
    title: "Sunday is the only day for many.",
    ...changes,
  });
const ref = (id: string) => parsePublicId(id)!;

describe("Submitting", () => {
  test("a member's argument appears where it belongs, with its sources and first revision", async () => {
    const fact = await db.fact.create({
      data: {
        debateId: debate.id,
        number: 1,
        text: "It is closed on Sundays.",
        certainty: "ESTABLISHED",
      },
    });
    const { id, number } = await submitArgument(
      ann,
      typed({
        body: "Because **work**.",
        factIds: [fact.id],
        sources: [
          { title: "A survey", url: "https://example.org/survey", quotation: "Six in ten work." },
        ],
      }),
    );
    const argument = await getArgument(id, null);
    expect(argument).toMatchObject({ number, stance: "SUPPORT", version: 1, status: "LIVE" });
    expect(argument?.sources).toMatchObject([{ title: "A survey", quotation: "Six in ten work." }]);
    expect(argument?.facts).toMatchObject([{ number: 1 }]);
    expect(await getRevisions(id, null)).toMatchObject([{ version: 1, change: "CREATED" }]);
    const reply = await submitArgument(bob, typed({ parentId: id, stance: "OPPOSE" }));
    expect(reply.number).toBe(`${number}.1`);
    expect((await getArgument(id, null))?.children).toEqual({ support: 0, oppose: 1 });
  });

  test("a source that the debate already has is shared, not added twice", async () => {
    const source = { title: "A survey again", url: "https://example.org/survey" };
    await submitArgument(bob, typed({ sources: [source] }));
    expect(await db.source.count({ where: { debateId: debate.id, url: source.url } })).toBe(1);
  });

  test("a double submit makes one argument", async () => {
    const input = typed({ submissionKey: "0198c0de-0000-4000-8000-000000000001" });
    const results = await Promise.all([1, 2, 3, 4].map(() => submitArgument(ann, input)));
    expect(new Set(results.map((result) => result.id)).size).toBe(1);
  });

  test("thirty at once get thirty different numbers and sources", async () => {
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        submitArgument(
          bob,
          typed({ sources: [{ title: `S${n}`, url: `https://example.org/${n % 10}` }] }),
        ),
      ),
    );
    expect(new Set(results.map((result) => result.number)).size).toBe(30);
    const numbers = await db.source.findMany({
      where: { debateId: debate.id },
      select: { number: true },
    });
    expect(new Set(numbers.map((row) => row.number)).size).toBe(numbers.length);
    const counts = await db.debateCounts.findUniqueOrThrow({ where: { debateId: debate.id } });
    expect(counts.arguments).toBe(
      await db.argument.count({ where: { debateId: debate.id, status: "LIVE" } }),
    );
  });

  test("nothing is submitted to closed debates, foreign parents, or with foreign facts", async () => {
    const closed = await createDebate(db, { status: "CLOSED" });
    expect(await refusalOf(submitArgument(ann, typed({ debate: closed.slug })))).toBe(
      "DEBATE_NOT_OPEN",
    );
    expect(await refusalOf(submitArgument(ann, typed({ debate: "no-such-debate" })))).toBe(
      "NOT_FOUND",
    );
    const other = await createDebate(db);
    const { id } = await submitArgument(ann, typed({ debate: other.slug }));
    expect(await refusalOf(submitArgument(ann, typed({ parentId: id })))).toBe("NOT_FOUND");
    expect(await refusalOf(submitArgument(ann, typed({ factIds: [999_999] })))).toBe(
      "INVALID_INPUT",
    );
  });

  test("an argument that is refused leaves none of the sources that it would have brought", async () => {
    const closed = await createDebate(db, { status: "CLOSED" });
    const sources = [{ title: "Nobody reads this", url: "https://example.org/refused" }];
    const input = { ...typed({ sources }), debate: closed.slug };
    expect(await refusalOf(submitArgument(ann, input))).toBe("DEBATE_NOT_OPEN");
    expect(await db.source.count({ where: { debateId: closed.id } })).toBe(0);
  });

  test("the same argument sent five times at once, with sources and without, is there once", async () => {
    for (const sources of [[], [{ title: "A survey", url: "https://example.org/survey" }]]) {
      const input = { ...typed({ sources }), submissionKey: randomUUID() };
      const sent = await Promise.all([1, 2, 3, 4, 5].map(() => submitArgument(bob, input)));
      expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
      const { submissionKey } = input;
      expect(await db.argument.count({ where: { submissionKey } })).toBe(1);
    }
  });

  test("a browser that was signed out can no longer submit", async () => {
    const gone = { ...ann, sessionId: "0198c0de-0000-7000-8000-00000000dead" };
    expect(await refusalOf(submitArgument(gone, typed()))).toBe("SIGN_IN_REQUIRED");
  });
});

describe("Editing", () => {
  const edit = (id: string, version: number, title: string) => ({
    id: ref(id),
    version,
    title,
    body: "",
    sources: [],
    factIds: [],
    reason: "Clearer",
  });

  test("the author edits; the older version is refused with what is stored now", async () => {
    const { id } = await submitArgument(ann, typed());
    await expect(editArgument(ann, edit(id, 1, "Better words."))).resolves.toMatchObject({
      version: 2,
    });
    const stale = await editArgument(ann, edit(id, 1, "Late words.")).catch(
      (error: DomainError) => error,
    );
    expect(stale).toMatchObject({
      code: "STALE_VERSION",
      details: { current: { version: 2, title: "Better words." } },
    });
    expect((await getRevisions(id, null))?.map((revision) => revision.title)).toEqual([
      "Better words.",
      "Sunday is the only day for many.",
    ]);
  });

  test("of ten edits at once one wins and nine are told", async () => {
    const { id } = await submitArgument(ann, typed());
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        refusalOf(editArgument(ann, edit(id, 1, `Words ${n}.`))),
      ),
    );
    expect(results.filter((result) => result === "granted")).toHaveLength(1);
    expect(results.filter((result) => result === "STALE_VERSION")).toHaveLength(9);
  });

  test("another member may not edit; a moderator may", async () => {
    const { id } = await submitArgument(ann, typed());
    expect(await refusalOf(editArgument(bob, edit(id, 1, "Mine now.")))).toBe("NOT_AUTHOR");
    await expect(editArgument(moderator, edit(id, 1, "Clear words."))).resolves.toMatchObject({
      version: 2,
    });
  });
});

describe("Archiving", () => {
  test("an argument leaves the counts and comes back with its votes and number", async () => {
    const parent = await submitArgument(ann, typed());
    const { id, number } = await submitArgument(
      bob,
      typed({ parentId: parent.id, stance: "OPPOSE" }),
    );
    const archive = { id: ref(id), reason: "Said twice" };
    await archiveArgument(bob, { ...archive, version: 1 });
    expect((await getArgument(parent.id, null))?.children.oppose).toBe(0);
    expect(await getArgument(id, null)).toMatchObject({ status: "ARCHIVED", version: 2 });
    expect(await refusalOf(archiveArgument(bob, { ...archive, version: 2 }))).toBe(
      "ARGUMENT_ARCHIVED",
    );
    await restoreArgument(bob, { ...archive, version: 2 });
    expect((await getArgument(parent.id, null))?.children.oppose).toBe(1);
    expect(await getArgument(id, null)).toMatchObject({ status: "LIVE", number, version: 3 });
    expect((await getRevisions(id, null))?.map((revision) => revision.change)).toEqual([
      "RESTORED",
      "ARCHIVED",
      "CREATED",
    ]);
  });
});

test("unsent words are kept for their writer alone and forgotten once posted", async () => {
  const form = "reply:root:SUPPORT";
  await saveDraft(ann, { debate: debate.slug, form, values: { title: "Half a sent" } });
  expect(await getDraft(ann, debate.id, form)).toEqual({ title: "Half a sent" });
  expect(await getDraft(bob, debate.id, form)).toBeNull();
  expect(await getDraft(null, debate.id, form)).toBeNull();
  await submitArgument(ann, typed());
  expect(await getDraft(ann, debate.id, form)).toBeNull();
});
