import "server-only";
import { db } from "@/lib/db/client";
import { lapseVotes } from "@/lib/voting/commands/lapse";
import { clearPrepared } from "@/lib/interchange/commands/clear-prepared";
import { forgetOldEvents } from "@/lib/live/commands/forget-events";

const hour = 60 * 60_000;
const day = 24 * hour;

/** How long what is past its use is kept, in milliseconds. */
const kept = {
  links: 7 * day,
  answers: day,
  rankings: hour,
  deliveries: 30 * day,
  readNotifications: 90 * day,
  notifications: 365 * day,
} as const;

/**
 * Removes what is past its use: expired sessions, links a week after their end, answers kept for
 * repeated requests, orders that readers paged through, events for open pages, the log of
 * webhooks, notifications that were read long ago or never, votes that nobody confirmed on what was
 * changed since, and prepared files. Nothing happens the second time.
 * @returns how many rows went, by table
 */
export async function cleanUp(now = new Date()): Promise<Record<string, number>> {
  const before = (age: number) => new Date(now.getTime() - age);
  const removed = {
    sessions: await db.session.deleteMany({ where: { expiresAt: { lt: now } } }),
    links: await db.oneTimeToken.deleteMany({ where: { expiresAt: { lt: before(kept.links) } } }),
    answers: await db.idempotentAnswer.deleteMany({
      where: { createdAt: { lt: before(kept.answers) } },
    }),
    rankings: await db.ranking.deleteMany({ where: { createdAt: { lt: before(kept.rankings) } } }),
    liveEvents: { count: await forgetOldEvents() },
    deliveries: await db.webhookDelivery.deleteMany({
      where: { createdAt: { lt: before(kept.deliveries) } },
    }),
    notifications: await db.notification.deleteMany({
      where: {
        OR: [
          { readAt: { lt: before(kept.readNotifications) } },
          { createdAt: { lt: before(kept.notifications) } },
        ],
      },
    }),
    votes: { count: await lapseVotes(now) },
    exportPieces: { count: await clearPrepared(now) },
  };
  return Object.fromEntries(Object.entries(removed).map(([table, { count }]) => [table, count]));
}
