import "server-only";
import { db } from "@/lib/db/client";
import type { ArgumentPlace } from "../view";

/** A list that somebody chooses from is of use up to here; others are named by number or link. */
const most = 500;

/** The live arguments of a debate in number order, as places for others. */
export async function listPlaces(debateId: number): Promise<ArgumentPlace[]> {
  const rows = await db.argument.findMany({
    where: { debateId, status: "LIVE" },
    orderBy: { path: "asc" },
    take: most,
    select: { path: true, title: true },
  });
  return rows.map(({ path, title }) => ({ number: path.join("."), title }));
}
