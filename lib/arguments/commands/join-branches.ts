import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { Pair } from "@/lib/voting/commands/join";
import type { Stance } from "../vocabulary";
import { placeArgument } from "./place";

/** What came to the kept argument, to take it back by: ids, and the last step of each reply's number. */
export type Joined = {
  replies: { id: number; last: number }[];
  threads: number[];
  sources: number[];
  facts: number[];
};

/** Gives replies, comments, sources and facts of one locked argument to another. */
export async function joinBranches(tx: Transaction, pair: Pair): Promise<Joined> {
  const { debateId, from, into } = pair;
  const replies = await repliesOf(tx, debateId, from);
  for (const { id, stance } of replies)
    await placeArgument(tx, { debateId, id }, { parentId: into, stance }, null);
  const threads = await tx.comment.findMany({
    where: { debateId, argumentId: from, replyToId: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  await tx.comment.updateMany({
    where: { debateId, argumentId: from },
    data: { argumentId: into },
  });
  const sources = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO citations (debate_id, argument_id, source_id, position, quotation, note)
    SELECT c.debate_id, ${into}, c.source_id, c.position + 100, c.quotation, c.note FROM citations c
    WHERE c.debate_id = ${debateId} AND c.argument_id = ${from} AND NOT EXISTS (
      SELECT FROM citations k WHERE k.debate_id = c.debate_id AND k.argument_id = ${into} AND k.source_id = c.source_id)
    ORDER BY c.position
    RETURNING source_id AS id`;
  const facts = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO argument_facts (debate_id, argument_id, fact_id)
    SELECT debate_id, ${into}, fact_id FROM argument_facts WHERE debate_id = ${debateId} AND argument_id = ${from}
    ON CONFLICT DO NOTHING
    RETURNING fact_id AS id`;
  return {
    replies: replies.map(({ id, path }) => ({ id, last: path.at(-1)! })),
    threads: threads.map(({ id }) => id),
    sources: sources.map(({ id }) => id),
    facts: facts.map(({ id }) => id),
  };
}

function repliesOf(tx: Transaction, debateId: number, parentId: number) {
  return tx.argument.findMany({
    where: { debateId, parentId },
    select: { id: true, path: true, stance: true },
    orderBy: { path: "asc" },
  });
}

/** Gives back what a merge brought along, as far as it is still there. Both branches are locked. */
export async function partBranches(tx: Transaction, pair: Pair, joined: Joined): Promise<void> {
  const { debateId, from, into } = pair;
  const there = new Map<number, Stance>(
    (await repliesOf(tx, debateId, into)).map(({ id, stance }) => [id, stance]),
  );
  for (const { id, last } of joined.replies) {
    const stance = there.get(id);
    if (stance) await placeArgument(tx, { debateId, id }, { parentId: from, stance }, last);
  }
  await tx.comment.updateMany({
    where: { debateId, argumentId: into, threadId: { in: joined.threads } },
    data: { argumentId: from },
  });
  await tx.citation.deleteMany({
    where: { debateId, argumentId: into, sourceId: { in: joined.sources } },
  });
  await tx.argumentFact.deleteMany({
    where: { debateId, argumentId: into, factId: { in: joined.facts } },
  });
}
