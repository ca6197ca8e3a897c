import "server-only";
import type { Transaction } from "@/lib/db/client";
import { argumentLink } from "../outline";

const own = /\]\(\/debates\/[a-z0-9-]{1,80}\/arguments\/([1-9]\d{0,8})-([1-9]\d{0,8})\)/g;

/**
 * A body whose links to arguments of its own debate name their numbers, as they mean the same
 * wherever the file is read; ids are only ours. Links to what is gone stay.
 */
export async function withNumbersInLinks(
  tx: Transaction,
  debateId: number,
  body: string,
): Promise<string> {
  if (!body.includes("](/debates/")) return body;
  const ids = [...body.matchAll(own)]
    .filter((match) => Number(match[1]) === debateId)
    .map((match) => Number(match[2]));
  if (ids.length === 0) return body;
  const rows = await tx.argument.findMany({
    where: { debateId, id: { in: ids } },
    select: { id: true, path: true },
  });
  const numbers = new Map(rows.map(({ id, path }) => [id, path.join(".")]));
  return body.replace(own, (link, debate: string, id: string) => {
    const number = Number(debate) === debateId ? numbers.get(Number(id)) : undefined;
    return number === undefined ? link : `](${argumentLink(number)})`;
  });
}
