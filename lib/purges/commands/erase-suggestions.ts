import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { publicId } from "@/lib/shared/ids";
import type { Thing } from "../subject";

/**
 * Empties the suggestion that a thing was before it was accepted, and what was suggested about an
 * argument. Those that wait are withdrawn.
 *
 * @returns their public ids, by which entries of the log name them
 */
export async function eraseSuggestions(tx: Transaction, about: Thing): Promise<string[]> {
  const { debateId } = about;
  const which =
    about.target === "COMMENT"
      ? Prisma.sql`kind = 'COMMENT' AND made_id = ${about.commentId}`
      : Prisma.sql`(kind = 'ARGUMENT' AND made_id = ${about.argumentId}
          OR kind NOT IN ('ARGUMENT', 'COMMENT') AND argument_id = ${about.argumentId})`;
  const emptied = await tx.$queryRaw<{ id: number }[]>`
    UPDATE suggestions SET content = '{}', accepted = NULL, answer = '', version = version + 1,
      status = CASE WHEN status IN ('WAITING', 'ASKED_BACK') THEN 'WITHDRAWN' ELSE status END
    WHERE debate_id = ${debateId} AND ${which}
    RETURNING id`;
  const ids = emptied.map(({ id }) => id);
  await tx.review.updateMany({
    where: {
      ...{ debateId, suggestionId: { in: ids } },
      ...{ status: "WAITING", cause: { not: "APPEAL" } },
    },
    data: { status: "DECIDED", decidedAt: new Date(), claimedById: null, claimedUntil: null },
  });
  return ids.map((id) => publicId({ debateId, id }));
}
