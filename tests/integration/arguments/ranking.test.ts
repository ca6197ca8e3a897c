import { beforeEach, describe, expect, test } from "vitest";
import { getColumns, listSiblings } from "@/lib/arguments/queries/columns";
import type { ArgumentSort } from "@/lib/arguments/vocabulary";
import { db } from "@/lib/db/client";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArguments } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";

const many = 40;
let slug: string;
let debateId: number;
let made: { debateId: number; id: number }[];

beforeEach(async () => {
  const debate = await createDebate(db);
  slug = debate.slug;
  debateId = debate.id;
  const branches = Array.from({ length: many }, () => ({ stance: "SUPPORT" as const }));
  made = await createArguments(db, { debateId, branches });
  for (const [index, argument] of made.slice(0, 8).entries()) {
    await castVotes(db, argument, Array<number>(1 + (index % 3)).fill(4 - (index % 4)));
  }
});

const publicIds = (rows: typeof made) => rows.map((row) => `${row.debateId}-${row.id}`);

type Reading = { limit?: number; sort?: ArgumentSort; between?: (page: number) => Promise<void> };

/** Reads a whole list page by page. */
async function readAll({ limit = 7, sort = "convincing", between }: Reading = {}) {
  const seen: string[] = [];
  let cursor: string | undefined;
  let page = 0;
  do {
    const input = { sort, cited: false, limit, stance: "SUPPORT", cursor } as const;
    const { items, nextCursor } = (await listSiblings(slug, null, input, null))!;
    seen.push(...items.map((item) => item.id));
    cursor = nextCursor ?? undefined;
    page += 1;
    if (cursor && between) await between(page);
  } while (cursor && page < 100);
  return seen;
}

async function archive({ id }: { id: number }) {
  const where = { debateId_id: { debateId, id } };
  await db.argument.update({ where, data: { status: "ARCHIVED" } });
}

describe("A reader who pages through a list", () => {
  test.each(["convincing", "divided"] as const)(
    "by %s meets every argument once while 200 votes turn it round",
    async (sort) => {
      const voters = await db.user.createManyAndReturn({
        data: Array.from({ length: 5 }, (_, index) => ({
          handle: `voter-${sort}-${index}`,
          handleSkeleton: `voter-${sort}-${index}`,
          name: "A voter",
        })),
      });
      const between = async (page: number) => {
        const rows = made.map((argument, index) => ({
          debateId,
          argumentId: argument.id,
          userId: voters[page - 1]!.id,
          impact: (index * 3 + page) % 5,
          stance: "SUPPORT" as const,
          version: 1,
        }));
        if (page <= 5) await db.impactVote.createMany({ data: rows });
      };
      const seen = await readAll({ sort, between });
      expect(await db.impactVote.count({ where: { debateId } })).toBeGreaterThanOrEqual(200);
      expect(seen).toHaveLength(many);
      expect([...seen].sort()).toEqual(publicIds(made).sort());
    },
  );

  test("does not meet what was archived meanwhile, and meets what was posted, at the end", async () => {
    let posted: typeof made = [];
    const seen = await readAll({
      between: async (page) => {
        if (page > 1) return;
        await archive(made.at(-1)!);
        await archive(made.at(-9)!);
        posted = await createArguments(db, { debateId, branches: [{ stance: "SUPPORT" }] });
      },
    });
    const gone = publicIds([made.at(-1)!, made.at(-9)!]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(many - 2 + 1);
    expect(seen.filter((id) => gone.includes(id))).toEqual([]);
    expect(seen.at(-1)).toBe(publicIds(posted)[0]);
  });

  test("goes on where they were when the order is no longer kept", async () => {
    const seen = await readAll({
      between: () => db.ranking.deleteMany({ where: { debateId } }).then(),
    });
    expect([...seen].sort()).toEqual(publicIds(made).sort());
  });

  test("reads what was posted just now on a list begun anew", async () => {
    await readAll();
    const [posted] = await createArguments(db, { debateId, branches: [{ stance: "SUPPORT" }] });
    expect(await readAll({ limit: 20 })).toContain(publicIds([posted!])[0]);
  });

  test("shares the order of a minute with others; a short list keeps none", async () => {
    await Promise.all([readAll(), readAll()]);
    await readAll({ limit: 9 });
    const [rows, columns] = [
      await db.ranking.count({ where: { debateId } }),
      await getColumns(slug, null, null, { sort: "discussed", cited: false, limit: many }),
    ];
    expect(rows).toBeLessThanOrEqual(2);
    expect(columns?.support.items).toHaveLength(many);
    expect(columns?.support.nextCursor).toBeNull();
    expect(await db.ranking.count({ where: { debateId, list: { contains: "discussed" } } })).toBe(
      0,
    );
  });

  test("with a cursor of another list begins at the place it names, without an error", async () => {
    const input = { sort: "convincing", cited: false, limit: 5, stance: "SUPPORT" } as const;
    const { nextCursor } = (await listSiblings(slug, null, input, null))!;
    const other = { ...input, sort: "divided", cursor: nextCursor! } as const;
    expect((await listSiblings(slug, null, other, null))!.items.length).toBeGreaterThan(0);
  });
});

test("A list of thousands keeps the order of its first 2,000 and is still read whole", async () => {
  const author = await db.user.findFirstOrThrow({ select: { id: true } });
  await db.$executeRaw`
    INSERT INTO arguments (debate_id, stance, path, title, body, author_id, submission_key)
    SELECT ${debateId}::int, 'SUPPORT', ARRAY[1000 + n], 'One of very many claims', '', ${author.id}::int,
           gen_random_uuid()
    FROM generate_series(1, 3000) n`;
  const seen = await readAll({ limit: 500 });
  expect(new Set(seen).size).toBe(many + 3000);
  const kept = await db.ranking.findFirstOrThrow({ where: { debateId } });
  expect(kept.ids).toHaveLength(2000);
}, 60_000);
