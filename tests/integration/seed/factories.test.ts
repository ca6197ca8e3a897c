import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { seedLarge } from "@/tests/bench/seed-large";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArgument, createArguments } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";

describe("The builders that tests use", () => {
  it("number a tree as readers see it", async () => {
    const { id: debateId } = await createDebate(db);
    const tree = await createArguments(db, {
      debateId,
      branches: [
        { stance: "SUPPORT", replies: [{ stance: "OPPOSE", replies: [{ stance: "SUPPORT" }] }] },
        { stance: "OPPOSE", replies: [{ stance: "SUPPORT" }, { stance: "OPPOSE" }] },
      ],
    });
    const later = await createArgument(db, { debateId, parentId: tree[0]!.id });
    const numbers = [...tree, later].map((argument) => argument.path.join("."));
    expect(numbers).toEqual(["1", "1.1", "1.1.1", "2", "2.1", "2.2", "1.2"]);
  });

  it("cast votes that the argument's counts show", async () => {
    const { id: debateId } = await createDebate(db);
    const argument = await createArgument(db, { debateId });
    await castVotes(db, argument, [0, 3, 4, 4]);
    const counts = await db.argumentCounts.findFirstOrThrow({ where: { argumentId: argument.id } });
    expect(counts).toMatchObject({ voteCount: 4, voteSum: 11, n0: 1, n1: 0, n2: 0, n3: 1, n4: 2 });
  });

  it("keep a reply in the thread of the comment it answers", async () => {
    const { id: debateId } = await createDebate(db);
    const { id: argumentId } = await createArgument(db, { debateId });
    const first = await createComment(db, { debateId, argumentId });
    const reply = await createComment(db, { debateId, argumentId, replyToId: first.id });
    const answer = await createComment(db, { debateId, argumentId, replyToId: reply.id });
    expect([first, reply, answer].map((comment) => comment.threadId)).toEqual([
      first.id,
      first.id,
      first.id,
    ]);
  });
});

describe("The big invented debate", () => {
  it("is counted by the table's own triggers, and every count is right", async () => {
    const { debateId, argumentIds } = await seedLarge(process.env.DATABASE_URL!, {
      arguments: 300,
      votes: 3000,
      people: 60,
      seed: 7,
    });
    expect(argumentIds).toHaveLength(300);
    expect(await db.debateCounts.findUnique({ where: { debateId } })).toMatchObject({
      arguments: 300,
      people: 60,
    });
    const [wrong] = await db.$queryRaw<[{ rows: number; votes: number }]>`
      SELECT count(*) FILTER (WHERE (c.vote_count, c.vote_sum) IS DISTINCT FROM (v.n, v.total))::int AS rows,
             sum(c.vote_count)::int AS votes
      FROM argument_counts c CROSS JOIN LATERAL (
        SELECT count(*)::int AS n, coalesce(sum(impact), 0)::int AS total FROM impact_votes v
        WHERE v.debate_id = c.debate_id AND v.argument_id = c.argument_id) v
      WHERE c.debate_id = ${debateId}`;
    expect(wrong).toEqual({ rows: 0, votes: 3000 });
    const misplaced = await db.$queryRaw`
      SELECT a.id FROM arguments a LEFT JOIN arguments p ON p.debate_id = a.debate_id AND p.id = a.parent_id
      WHERE a.debate_id = ${debateId} AND a.path[:cardinality(a.path) - 1] <> coalesce(p.path, '{}')`;
    expect(misplaced).toEqual([]);
  });
});
