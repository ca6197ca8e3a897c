import "server-only";
import { db } from "@/lib/db/client";
import { publicId } from "@/lib/shared/ids";
import type { FlagView, ReviewView } from "../view";
import type { FlagReason } from "../vocabulary";
import { pastSelect, toPast } from "./past-entries";

/** What stands around a thing that waits, for whoever decides. */

/** Who flagged it and why, the first hundred. */
export async function flagsOf(reviewId: number): Promise<FlagView[]> {
  const rows = await db.flag.findMany({
    where: { reviewId },
    orderBy: { id: "asc" },
    take: 100,
    select: {
      reason: true,
      note: true,
      sourceUrl: true,
      weight: true,
      createdAt: true,
      original: { select: { debateId: true, id: true, path: true, title: true } },
      reporter: { select: { handle: true, name: true, status: true, kind: true } },
    },
  });
  return rows.map(({ original, reporter, createdAt, ...row }) => ({
    ...row,
    reason: row.reason as FlagReason,
    duplicateOf: original && {
      id: publicId(original),
      number: original.path.join("."),
      title: original.title,
    },
    reporter:
      reporter.status === "ERASED"
        ? null
        : {
            handle: reporter.handle,
            name: reporter.name,
            editorial: reporter.kind === "EDITORIAL",
          },
    at: createdAt.toISOString(),
  }));
}

/** How often things of a person were acted upon and not taken back, and what they contributed. */
export async function recordOf(authorId: number): Promise<ReviewView["record"]> {
  const [row] = await db.$queryRaw<{ actedUpon: number; contributions: number; since: Date }[]>`
    SELECT u.created_at AS since,
      (SELECT count(*)::int FROM moderation_entries e
       WHERE e.person_id = u.id AND e.action IN ('HIDE', 'ARCHIVE', 'WARN', 'SILENCE', 'SUSPEND', 'BAN')
         AND NOT EXISTS (SELECT FROM moderation_entries b WHERE b.undoes_id = e.id)) AS "actedUpon",
      (SELECT count(*)::int FROM (SELECT FROM arguments a WHERE a.author_id = u.id AND a.status = 'LIVE' LIMIT 1000) a)
        + (SELECT count(*)::int FROM (SELECT FROM comments c WHERE c.author_id = u.id AND c.status = 'LIVE' LIMIT 1000) c)
        AS contributions
    FROM users u WHERE u.id = ${authorId}`;
  const { since, ...counts } = row!;
  return { ...counts, since: since.toISOString() };
}

/** What the appeal says that waits, and the entry it is against; null for what is no appeal. */
export async function appealOf(reviewId: number) {
  const appeal = await db.appeal.findUnique({
    where: { reviewId },
    select: { text: true, entry: { select: pastSelect } },
  });
  return (
    appeal && {
      text: appeal.text,
      entry: toPast(appeal.entry),
      decidedById: appeal.entry.actorId,
    }
  );
}
