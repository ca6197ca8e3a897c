import "server-only";
import { db } from "@/lib/db/client";
import type { Rest } from "../view";
import { webhookLimits } from "../vocabulary";

const day = 24 * 3600 * 1000;

/**
 * Since when and until when this person's webhooks rested, because they were suspended or banned: the
 * time that lasted longest, as the moderation log has it. Null when it is over for longer than the log
 * of deliveries is kept.
 */
export async function restOf(ownerId: number, now = new Date()): Promise<Rest | null> {
  const entries = await db.moderationEntry.findMany({
    where: { personId: ownerId, action: { in: ["SUSPEND", "BAN"] } },
    select: { id: true, at: true, details: true, undoneBy: { select: { at: true } } },
    orderBy: { id: "desc" },
    take: 20,
  });
  const rests = entries.map(({ id, at, details, undoneBy }): Rest => {
    const planned = (details as { until?: string }).until;
    const ends = [planned === undefined ? null : new Date(planned), undoneBy?.at ?? null];
    return { from: at, until: earliest(ends), entry: id };
  });
  const [longest] = rests.sort((a, b) => endOf(b) - endOf(a));
  const shown = now.getTime() - webhookLimits.restShown * day;
  return longest && endOf(longest) > shown ? longest : null;
}

const endOf = ({ until }: Rest) => until?.getTime() ?? Infinity;

function earliest(ends: readonly (Date | null)[]): Date | null {
  const times = ends.flatMap((end) => (end ? [end.getTime()] : []));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
