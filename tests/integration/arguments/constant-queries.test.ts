import pg from "pg";
import { expect, test, vi } from "vitest";
import { getColumns } from "@/lib/arguments/queries/columns";
import { getThread } from "@/lib/arguments/queries/tree";
import { db } from "@/lib/db/client";
import { getBrief } from "@/lib/debates/queries/brief";
import { getDebate } from "@/lib/debates/queries/context";
import { env } from "@/lib/env";
import { publicId } from "@/lib/shared/ids";
import { seedLarge } from "@/tests/bench/seed-large";

/** Everything the debate page asks the database for, counted in statements. */
async function statementsOf(slug: string, open: string): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    const debate = await getDebate(slug);
    await Promise.all([
      getColumns(slug, null, null, { sort: "convincing", cited: false, limit: 10 }),
      getBrief(debate!.id),
      getThread(open, null),
    ]);
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

test("the debate page costs as many statements with 2,000 arguments and 50,000 votes as with 60", async () => {
  const url = env.DATABASE_URL!;
  const small = await seedLarge(url, { arguments: 60, votes: 300, people: 50, seed: 1 });
  const large = await seedLarge(url, { arguments: 2000, votes: 50_000, people: 500, seed: 2 });
  const open = async (debateId: number) => {
    const argument = await db.argumentCounts.findFirstOrThrow({
      where: { debateId, parentId: null, supportChildren: { gt: 0 }, opposeChildren: { gt: 0 } },
      orderBy: { discussed: "desc" },
    });
    return publicId({ debateId, id: argument.argumentId });
  };
  const few = await statementsOf(small.slug, await open(small.debateId));
  const many = await statementsOf(large.slug, await open(large.debateId));
  expect(few).toBeGreaterThan(5);
  expect(many).toBe(few);
}, 120_000);
