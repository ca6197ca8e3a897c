import type { Db } from "@/lib/db/client";
import type { SanctionKind } from "@/lib/moderation/sanctions";
import { createUser } from "./create-user";

const day = 86_400_000;

/**
 * A sanction in force for a day, by a moderator of its own, or a silence that is over.
 * @returns the entry of the log
 */
export async function createSanction(
  db: Db,
  userId: number,
  wanted: SanctionKind | "none" | "over",
): Promise<number | null> {
  if (wanted === "none") return null;
  const kind = wanted === "over" ? "SILENCE" : wanted;
  const { id: actorId } = await createUser(db, { role: "MODERATOR" });
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT log_moderation(${kind}::"ModerationAction", 'PERSON', ${actorId}, true, NULL, NULL, NULL, ${userId},
      'UNCIVIL', NULL, '{}', 'It attacked people.', '', NULL) AS id`;
  const entryId = row!.id;
  const ends = Date.now() + (wanted === "over" ? -1000 : day);
  const until = kind === "BAN" ? null : new Date(ends);
  await db.sanction.create({ data: { entryId, userId, kind, until } });
  return entryId;
}
