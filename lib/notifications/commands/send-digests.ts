import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { sendMail } from "@/lib/mail/send";
import { log } from "@/lib/observability/log";
import { digestMail } from "../digest-mail";
import { periodStart } from "../period";
import { dueNews, hasDue, isDue, readDigest, spanOf, type DigestView } from "../queries/digest";
import { defaultSettings } from "../vocabulary";

/** People who are looked after in one round, and mails that are on their way at once. */
const atOnce = 50;
const together = 5;
/** So many failures in a row are the mail server's, not the addresses'. */
const enoughFailures = 5;

export type DigestReport = { sent: number; failed: number };

/**
 * Mails everybody the digest whose time has come. A person is claimed before writing to them, by
 * the one statement that notes the digest: with several workers, or a process killed half-way,
 * nobody gets two in one period. When the mail server fails, the claim is given back and nothing is
 * marked, so that the next run tries again. Without a mail server nothing happens; what was not
 * mailed within two weeks never is.
 *
 * @throws Error the mail server's, when it fails again and again
 */
export async function sendDigests(now: Date, signal?: AbortSignal): Promise<DigestReport> {
  const report = { sent: 0, failed: 0 };
  if (!env.SMTP_URL) return report;
  let after = 0;
  let inARow = 0;
  for (;;) {
    const round = await claim(now, after);
    for (let start = 0; start < round.length; start += together) {
      const some = round.slice(start, start + together);
      for (const answer of await Promise.all(some.map((one) => writeTo(one, now, signal)))) {
        if (answer === "nothing") continue;
        if (answer === "sent") report.sent += 1;
        else report.failed += 1;
        if (answer === "refused") continue;
        inARow = answer === "sent" ? 0 : inARow + 1;
        if (answer === "sent" || inARow < enoughFailures) continue;
        await Promise.all(round.slice(start + together).map((one) => giveBack(one, now)));
        throw answer;
      }
    }
    const last = round.at(-1);
    if (!last || round.length < atOnce || signal?.aborted) return report;
    after = last.userId;
  }
}

type Claimed = {
  userId: number;
  /** False when another worker was quicker. */
  mine: boolean;
  /** When the digest before this one was noted. */
  previous: Date | null;
};

/** People with something to be told and no digest in this period yet, by id, claimed in one statement. */
async function claim(now: Date, after: number): Promise<Claimed[]> {
  const [daily, weekly] = [spanOf("DAILY", now), spanOf("WEEKLY", now)];
  const mailed = Prisma.sql`coalesce(s.mailed, ${[...defaultSettings.mailed]}::"NotificationKind"[])`;
  const start = Prisma.sql`CASE s.digest WHEN 'WEEKLY' THEN ${periodStart("WEEKLY", now)}::timestamptz
    ELSE ${periodStart("DAILY", now)}::timestamptz END`;
  const open = Prisma.sql`s.digest IS DISTINCT FROM 'NEVER'
    AND coalesce(s.last_digest_at, '-infinity') < ${start}`;
  return db.$queryRaw<Claimed[]>`
    WITH due AS MATERIALIZED (
      SELECT u.id, s.last_digest_at AS previous
      FROM users u LEFT JOIN notification_settings s ON s.user_id = u.id
      WHERE u.id > ${after} AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
        AND u.email IS NOT NULL AND u.email_verified_at IS NOT NULL AND ${open}
        AND CASE s.digest WHEN 'WEEKLY' THEN ${hasDue(weekly, mailed)} ELSE ${hasDue(daily, mailed)} END
      ORDER BY u.id LIMIT ${atOnce}
    ), claimed AS (
      INSERT INTO notification_settings AS s (user_id, last_digest_at)
      SELECT id, ${now} FROM due ORDER BY id
      ON CONFLICT (user_id) DO UPDATE SET last_digest_at = EXCLUDED.last_digest_at WHERE ${open}
      RETURNING user_id
    )
    SELECT due.id AS "userId", due.previous, claimed.user_id IS NOT NULL AS mine
    FROM due LEFT JOIN claimed ON claimed.user_id = due.id
    ORDER BY due.id`;
}

type Answer = "sent" | "nothing" | "refused" | Error;

/**
 * Writes to one person.
 * @returns what became of it: the mail server's error when it failed, "refused" when it takes
 *   nothing for this address
 */
async function writeTo(
  claimed: Claimed,
  now: Date,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  if (!claimed.mine) return "nothing";
  const digest = signal?.aborted ? null : await readDigest(claimed.userId, now);
  if (!digest) {
    await giveBack(claimed, now);
    return "nothing";
  }
  try {
    await sendMail(digestMail(digest));
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    log.warn({ err: error, userId: claimed.userId }, "a digest was not mailed");
    // An address that is refused for good is tried again with the next digest, not every hour.
    if (isRefusedAddress(error)) return "refused";
    await giveBack(claimed, now);
    return error;
  }
  await markMailed(digest, now);
  return "sent";
}

function isRefusedAddress(error: Error): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return code === "EENVELOPE" && typeof responseCode === "number" && responseCode >= 500;
}

async function giveBack({ userId, mine, previous }: Claimed, now: Date): Promise<void> {
  if (!mine) return;
  await db.notificationSettings.updateMany({
    where: { userId, lastDigestAt: now },
    data: { lastDigestAt: previous },
  });
}

/** Everything that the digest told or counted is not told again. */
async function markMailed({ userId, span, mailed }: DigestView, now: Date): Promise<void> {
  const kinds = Prisma.sql`${mailed}::"NotificationKind"[]`;
  await db.$transaction([
    db.$executeRaw`
      UPDATE notifications n SET mailed_at = ${now}
      WHERE n.user_id = ${userId} AND ${isDue(span, kinds)}`,
    db.$executeRaw`
      UPDATE follows marked SET mailed_argument_id = news.newest_id, mailed_at = ${now}
      FROM follows f CROSS JOIN LATERAL ${dueNews(span)} news
      WHERE f.user_id = ${userId} AND 'FOLLOWED' = ANY (${kinds}) AND news.count > 0
        AND marked.debate_id = f.debate_id AND marked.user_id = f.user_id`,
  ]);
}
