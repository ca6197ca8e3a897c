import { beforeAll, describe, expect, test } from "vitest";
import { getArgumentPage } from "@/lib/arguments/queries/argument";
import { getColumns, listSiblings } from "@/lib/arguments/queries/columns";
import { findSimilar } from "@/lib/arguments/queries/similar";
import { getThread, listTree } from "@/lib/arguments/queries/tree";
import { db } from "@/lib/db/client";
import { getDebate } from "@/lib/debates/queries/context";
import { getFeatured, listDebates } from "@/lib/debates/queries/debates";
import { debateListSchema } from "@/lib/debates/schema";
import { publicId } from "@/lib/shared/ids";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArguments, type Branch } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const all = { sort: "convincing", cited: false, limit: 10 } as const;
let debate: { id: number; slug: string };
let made: { id: number }[];

beforeAll(async () => {
  debate = await createDebate(db);
  const branches: Branch[] = [
    { stance: "SUPPORT", title: "Few like this one." },
    {
      stance: "SUPPORT",
      title: "Many like this one.",
      replies: [
        { stance: "SUPPORT", title: "A support." },
        {
          stance: "OPPOSE",
          title: "An objection.",
          replies: [{ stance: "SUPPORT", title: "Deeper." }],
        },
      ],
    },
    { stance: "SUPPORT", title: "People are split on this one." },
    { stance: "OPPOSE", title: "The other side speaks." },
  ];
  made = await createArguments(db, { debateId: debate.id, branches });
  const at = (n: number) => ({ debateId: debate.id, id: made[n]!.id });
  await castVotes(db, at(0), [1, 1]);
  await castVotes(db, at(1), [4, 4, 4, 3]);
  await castVotes(db, at(5), [0, 4, 0, 4, 0, 4]);
});

const id = (n: number) => publicId({ debateId: debate.id, id: made[n]!.id });

describe("The two columns", () => {
  test("stand best first, with their best replies, counts and shares", async () => {
    const columns = await getColumns(debate.slug, null, null, all);
    expect(columns?.support.items.map((item) => item.title)).toEqual([
      "Many like this one.",
      "People are split on this one.",
      "Few like this one.",
    ]);
    expect(columns?.support.items[0]?.bestReply).toMatchObject({
      title: "An objection.",
      number: "2.2",
    });
    expect(columns?.support.total).toBe(3);
    expect(columns?.support.share).toBe(1);
    expect(columns?.oppose.items).toHaveLength(1);
  });

  test.each([
    ["newest", ["3", "2", "1"]],
    ["divided", ["3", "2", "1"]],
    ["discussed", ["2", "1", "3"]],
    ["number", ["1", "2", "3"]],
  ] as const)("can be sorted by %s", async (sort, numbers) => {
    const columns = await getColumns(debate.slug, null, null, { ...all, sort });
    expect(columns?.support.items.map((item) => item.number)).toEqual(numbers);
  });

  test.each(["convincing", "newest", "divided", "discussed", "number"] as const)(
    "by %s are paged without a gap or a repetition",
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const input = { sort, cited: false, limit: 1, cursor, stance: "SUPPORT" } as const;
        const page = await listSiblings(debate.slug, null, input, null);
        seen.push(...page!.items.map((item) => item.id));
        cursor = page!.nextCursor ?? undefined;
      } while (cursor && seen.length < 10);
      const whole = await getColumns(debate.slug, null, null, { ...all, sort });
      expect(seen).toEqual(whole?.support.items.map((item) => item.id));
    },
  );

  test("can be kept to arguments that cite a source", async () => {
    const columns = await getColumns(debate.slug, null, null, { ...all, cited: true });
    expect(columns?.support.items).toEqual([]);
    expect(columns?.support.total).toBe(3);
  });

  test("a forged cursor starts at the beginning instead of failing", async () => {
    const columns = await getColumns(debate.slug, null, null, {
      ...all,
      supportCursor: "nonsense",
    });
    expect(columns?.support.items).toHaveLength(3);
  });
});

test("a thread holds three levels, and says what it leaves out", async () => {
  const thread = await getThread(id(1), null);
  expect(thread?.replies.map((reply) => reply.number).sort()).toEqual(["2.1", "2.2"]);
  const objection = thread?.replies.find((reply) => reply.stance === "OPPOSE");
  expect(objection?.replies[0]).toMatchObject({ number: "2.2.1", more: 0 });
});

test("one argument's page shows its path to the motion", async () => {
  const page = await getArgumentPage(id(4), null, all);
  expect(page?.path.map((step) => step.number)).toEqual(["2", "2.2"]);
  expect(page?.columns.support.total).toBe(0);
});

test("the whole tree is read in number order, page by page", async () => {
  const first = await listTree(debate.slug, { limit: 4 }, null);
  const rest = await listTree(debate.slug, { limit: 4, cursor: first!.nextCursor! }, null);
  const numbers = [...first!.items, ...rest!.items].map((item) => item.number);
  expect(numbers).toEqual(["1", "2", "2.1", "2.2", "2.2.1", "3", "4"]);
  expect(rest!.nextCursor).toBeNull();
});

test("similar arguments are found while writing, other subjects are not", async () => {
  const similar = await findSimilar(debate.id, "People are split on this one");
  expect(similar).toMatchObject([{ number: "3", nearlySame: true }]);
  expect(await findSimilar(debate.id, "Something else entirely, about fish")).toEqual([]);
});

test("a member finds what came since the last visit marked as new", async () => {
  const viewer = asViewer(await createUser(db));
  const [previousAt, seenAt] = [new Date(Date.now() - 3_600_000), new Date()];
  await db.debateVisit.create({
    data: { debateId: debate.id, userId: viewer.id, previousAt, seenAt },
  });
  const columns = await getColumns(debate.slug, null, viewer, all);
  expect(columns?.support.items.every((item) => item.isNew)).toBe(true);
  const anonymous = await getColumns(debate.slug, null, null, all);
  expect(anonymous?.support.items.some((item) => item.isNew)).toBe(false);
});

test("a draft debate is seen by its editors and nobody else", async () => {
  const draft = await createDebate(db, { status: "DRAFT", openedAt: null });
  const editor = asViewer(await createUser(db));
  await db.debateRole.create({ data: { debateId: draft.id, userId: editor.id, role: "EDITOR" } });
  expect(await getDebate(draft.slug, editor)).toMatchObject({ status: "DRAFT" });
  expect(await getDebate(draft.slug, asViewer(await createUser(db)))).toBeNull();
  expect(await getColumns(draft.slug, null, null, all)).toBeNull();
  const listed = await listDebates(debateListSchema.parse({ limit: 500 }));
  expect(listed.items.map((item) => item.slug)).not.toContain(draft.slug);
});

test("debates are listed newest first, a page at a time", async () => {
  for (let n = 0; n < 3; n += 1) await createDebate(db, { openedAt: new Date(2026, 1, n + 1) });
  const whole = await listDebates(debateListSchema.parse({ limit: 500 }));
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listDebates(
      debateListSchema.parse({ limit: 2, cursor: cursor ?? undefined }),
    );
    seen.push(...page.items.map((item) => item.slug));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(whole.items.map((item) => item.slug));
  expect((await getFeatured()).featured).not.toBeNull();
});
