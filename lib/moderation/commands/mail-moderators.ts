import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { sendMail, type Mail } from "@/lib/mail/send";
import { periodStart } from "@/lib/notifications/period";
import { log } from "@/lib/observability/log";
import { queueDigestMail, urgentMail, type QueueCounts } from "../queue-mail";
import { urgentReasons } from "../triage";
import { moderationLimits, type FlagReason } from "../vocabulary";

export type QueueMails = { sent: number; failed: number };

/** Who can be mailed and has not switched it off; `s` are their settings, if they have any. */
const mailable = Prisma.sql`u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
  AND u.email IS NOT NULL AND u.email_verified_at IS NOT NULL AND coalesce(s.queue_mails, true)`;

/** Whether a person `u` moderates a review `v` of somebody else. */
const moderates = Prisma.sql`v.author_id <> u.id AND (u.role IN ('MODERATOR', 'ADMINISTRATOR')
  OR EXISTS (SELECT FROM debate_roles r
    WHERE r.user_id = u.id AND r.role = 'EDITOR' AND r.debate_id = v.debate_id))`;

type Due = QueueCounts & {
  userId: number;
  email: string;
  name: string;
  /** False when another worker was quicker. */
  mine: boolean;
  previous: Date | null;
};

/**
 * Mails everybody who moderates how much waits for them: at most once a day, which begins as it does
 * for other digests. A person is claimed by the statement that notes the mail; when the mail server
 * fails, the claim is given back. Without a mail server nothing happens.
 */
export async function mailQueueDigests(now: Date, signal?: AbortSignal): Promise<QueueMails> {
  const report = { sent: 0, failed: 0 };
  if (!env.SMTP_URL) return report;
  for (const due of await claim(now)) {
    if (!due.mine) continue;
    const sent = !signal?.aborted && (await mailed(queueDigestMail(due, due), due.userId));
    if (sent) {
      report.sent += 1;
      continue;
    }
    report.failed += 1;
    await db.notificationSettings.updateMany({
      where: { userId: due.userId, lastQueueMailAt: now },
      data: { lastQueueMailAt: due.previous },
    });
  }
  return report;
}

/** Whoever has had none in this period and has something that waits, claimed in one statement. */
function claim(now: Date): Promise<Due[]> {
  const start = periodStart("DAILY", now);
  const open = Prisma.sql`coalesce(s.last_queue_mail_at, '-infinity') < ${start}::timestamptz`;
  return db.$queryRaw<Due[]>`
    WITH due AS MATERIALIZED (
      SELECT u.id, u.email, u.name, s.last_queue_mail_at AS previous, w.*
      FROM users u LEFT JOIN notification_settings s ON s.user_id = u.id
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS waiting, count(*) FILTER (WHERE v.escalated_at IS NOT NULL)::int AS escalated,
          min(v.opened_at) AS oldest
        FROM (SELECT v.escalated_at, v.opened_at FROM reviews v WHERE v.status = 'WAITING' AND ${moderates}
              LIMIT ${moderationLimits.counted + 1}) v) w
      WHERE ${mailable} AND ${open} AND w.waiting > 0
        AND (u.role <> 'MEMBER' OR u.id IN (SELECT r.user_id FROM debate_roles r WHERE r.role = 'EDITOR'))
    ), claimed AS (
      INSERT INTO notification_settings AS s (user_id, last_queue_mail_at)
      SELECT id, ${now} FROM due ORDER BY id
      ON CONFLICT (user_id) DO UPDATE SET last_queue_mail_at = EXCLUDED.last_queue_mail_at WHERE ${open}
      RETURNING user_id
    )
    SELECT due.id AS "userId", due.email, due.name, due.previous, due.waiting, due.escalated, due.oldest,
      claimed.user_id IS NOT NULL AS mine
    FROM due LEFT JOIN claimed ON claimed.user_id = due.id ORDER BY due.id`;
}

/**
 * Mails everybody who moderates a review that it is urgent. One that is decided meanwhile, or waits
 * for nothing urgent, is not mailed.
 */
export async function mailUrgent(reviewId: number, signal?: AbortSignal): Promise<QueueMails> {
  const report = { sent: 0, failed: 0 };
  if (!env.SMTP_URL) return report;
  const reason = await urgentReasonOf(reviewId);
  if (!reason) return report;
  const people = await db.$queryRaw<{ id: number; email: string; name: string }[]>`
    SELECT u.id, u.email, u.name
    FROM reviews v CROSS JOIN users u LEFT JOIN notification_settings s ON s.user_id = u.id
    WHERE v.id = ${reviewId} AND ${mailable} AND ${moderates}
      AND (u.role <> 'MEMBER' OR u.id IN (
        SELECT r.user_id FROM debate_roles r WHERE r.debate_id = v.debate_id AND r.role = 'EDITOR'))
    ORDER BY u.id LIMIT 500`;
  for (const person of people) {
    if (signal?.aborted) break;
    const sent = await mailed(urgentMail(person, reviewId, reason), person.id);
    if (sent) report.sent += 1;
    else report.failed += 1;
  }
  return report;
}

async function urgentReasonOf(reviewId: number): Promise<FlagReason | undefined> {
  const flag = await db.flag.findFirst({
    where: {
      reviewId,
      reason: { in: [...urgentReasons] },
      review: { status: "WAITING" },
    },
    orderBy: { id: "asc" },
    select: { reason: true },
  });
  return flag?.reason;
}

/** @returns whether the mail server took it */
async function mailed(mail: Mail, userId: number): Promise<boolean> {
  try {
    await sendMail(mail);
    return true;
  } catch (error) {
    log.warn({ err: error, userId }, "a moderator was not mailed");
    return false;
  }
}
