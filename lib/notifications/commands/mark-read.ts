import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { newsOf } from "../queries/news";
import { getNotification } from "../queries/notifications";
import { canManage } from "../rules";
import type { Kind } from "../vocabulary";

/**
 * Marks some of one's own notifications as read; others' and unknown ids are passed over.
 *
 * @param ids stored ones ("17"), or news of a debate up to an argument ("42-137")
 * @returns how many were unread until now
 * @throws DomainError the refusal of `canManage`
 */
export async function markRead(
  actor: Actor,
  { ids }: { ids: readonly string[] },
): Promise<{ read: number }> {
  assertGranted(canManage(actor));
  const news = ids.map(parsePublicId).filter((ref) => ref !== null);
  const stored = ids.filter((id) => !parsePublicId(id)).map(Number);
  return db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    const { count } = await tx.notification.updateMany({
      where: { userId: actor.id, id: { in: stored }, readAt: null },
      data: { readAt: new Date() },
    });
    let read = count;
    for (const { debateId, id } of news) {
      read += await tx.$executeRaw`
        UPDATE follows SET seen_argument_id = ${id}, seen_at = now()
        WHERE debate_id = ${debateId} AND user_id = ${actor.id} AND seen_argument_id < ${id}
          AND EXISTS (SELECT FROM arguments WHERE debate_id = ${debateId} AND id = ${id})`;
    }
    return { read };
  });
}

/**
 * Marks everything as read, of one kind or of all; with `until` only what was there at that moment,
 * so that what came later than the page stays.
 *
 * @throws DomainError the refusal of `canManage`
 */
export async function markAllRead(
  actor: Actor,
  { until, kind }: { until?: string | undefined; kind?: Kind | undefined },
): Promise<{ read: number }> {
  assertGranted(canManage(actor));
  const moment = until === undefined ? null : new Date(until);
  return db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    const told = kind === "FOLLOWED" ? 0 : await readTold(tx, actor.id, moment, kind);
    const news = kind && kind !== "FOLLOWED" ? 0 : await readNews(tx, actor.id, moment);
    return { read: told + news };
  });
}

async function readTold(
  tx: Transaction,
  userId: number,
  moment: Date | null,
  kind: Kind | undefined,
): Promise<number> {
  const { count } = await tx.notification.updateMany({
    where: {
      userId,
      readAt: null,
      ...(moment ? { createdAt: { lte: moment } } : {}),
      ...(kind ? { kind } : {}),
    },
    data: { readAt: new Date() },
  });
  return count;
}

function readNews(tx: Transaction, userId: number, moment: Date | null): Promise<number> {
  const until = moment ? Prisma.sql`AND a.created_at <= ${moment}` : Prisma.empty;
  return tx.$executeRaw`
    UPDATE follows marked SET seen_argument_id = news.newest_id, seen_at = ${moment ?? new Date()}
    FROM follows f CROSS JOIN LATERAL ${newsOf(Prisma.sql`f.seen_argument_id`, until)} news
    WHERE f.user_id = ${userId} AND news.count > 0
      AND marked.debate_id = f.debate_id AND marked.user_id = f.user_id`;
}

/**
 * Marks one of one's own notifications as read and says where it leads.
 * @throws DomainError NOT_FOUND when it is not there or somebody else's, or the refusal of `canManage`
 */
export async function openNotification(
  actor: Actor,
  { id }: { id: string },
): Promise<{ href: string }> {
  const notification = await getNotification(actor, id);
  if (!notification) throw new DomainError("NOT_FOUND");
  await markRead(actor, { ids: [id] });
  return { href: notification.href };
}
