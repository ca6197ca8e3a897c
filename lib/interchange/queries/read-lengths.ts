import "server-only";
import type { ListName } from "../lists";
import type { Reading } from "./fetched";

export type ListLengths = Record<ListName, number>;

/** How many items each list of a debate has. */
export async function readLengths({ tx, debateId }: Reading): Promise<ListLengths> {
  const [row] = await tx.$queryRaw<[Omit<ListLengths, "log"> & { corrections: number }]>`
    SELECT
      (SELECT count(*)::int FROM arguments WHERE debate_id = ${debateId}) AS arguments,
      (SELECT count(*)::int FROM argument_revisions WHERE debate_id = ${debateId}) AS revisions,
      (SELECT count(*)::int FROM impact_votes WHERE debate_id = ${debateId}) AS votes,
      (SELECT count(*)::int FROM comments WHERE debate_id = ${debateId}) AS comments,
      (SELECT count(*)::int FROM fact_corrections WHERE debate_id = ${debateId}) AS corrections`;
  const { corrections, ...lengths } = row;
  return { ...lengths, log: lengths.revisions + corrections };
}
