import type { Db } from "@/lib/db/client";
import { createUser } from "./create-user";

/**
 * One vote by a new person for each impact (0 to 4), written to the table that the counts are
 * kept from.
 * @returns the ids of the voters, in the order of the impacts.
 */
export async function castVotes(
  db: Db,
  argument: { debateId: number; id: number },
  impacts: readonly number[],
): Promise<number[]> {
  const { debateId, id } = argument;
  const { parentId, stance, version } = await db.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
    select: { parentId: true, stance: true, version: true },
  });
  const voters: number[] = [];
  for (const impact of impacts) {
    const { id: userId } = await createUser(db);
    await db.impactVote.create({
      data: { debateId, argumentId: id, userId, impact, parentId, stance, version },
    });
    voters.push(userId);
  }
  return voters;
}
