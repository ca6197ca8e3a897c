import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { cursorNumber, decodeCursor, encodeCursor, type Page } from "@/lib/shared/cursor";
import type { LogFilter, LogListInput } from "../log-schema";
import type { LogEntryView, LogHead } from "../log-view";
import { toEntryView, type LogRow } from "./log-row";

/** Where a page ended: the number of its last entry. */
const cursorShape = z.tuple([cursorNumber]);

/**
 * The log's entries, newest first, keyset-paged by their number. Entries about drafts are nobody's
 * to read here.
 *
 * @param by of one moderator alone: for nobody's eyes but theirs, since names may be kept back
 */
export async function listLog(
  input: LogListInput,
  by: { actorId: number } | null = null,
): Promise<Page<LogEntryView>> {
  const after = decodeCursor(input.cursor, cursorShape);
  const older = after ? Prisma.sql`AND e.id < ${after[0]}` : Prisma.empty;
  const theirs = by ? Prisma.sql`AND e.actor_id = ${by.actorId}` : Prisma.empty;
  const chosen = entriesFitting(input, Prisma.sql`${theirs} ${older}`);
  const rows = await db.$queryRaw<LogRow[]>(readingOf(chosen));
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items: items.map(toEntryView),
    nextCursor: last && rows.length > input.limit ? encodeCursor([last.id]) : null,
  };
}

/** The numbers of a page of entries and of one more, newest first. */
export function entriesFitting(input: LogListInput, more = Prisma.empty): Prisma.Sql {
  return Prisma.sql`
    SELECT e.id FROM moderation_entries e WHERE ${readable} ${fitting(input)} ${more}
    ORDER BY e.id DESC LIMIT ${input.limit + 1}`;
}

/** One entry by its number; null when there is none that everybody may read. */
export async function getLogEntry(id: number): Promise<LogEntryView | null> {
  const [row] = await db.$queryRaw<LogRow[]>(
    readingOf(Prisma.sql`SELECT e.id FROM moderation_entries e WHERE ${readable} AND e.id = ${id}`),
  );
  return row ? toEntryView(row) : null;
}

/** How many entries there are, and the hash of the last one: what to note down and publish. */
export async function getLogHead(): Promise<LogHead> {
  const head = await db.moderationHead.findFirst({ select: { entries: true, hash: true } });
  return head ?? { entries: 0, hash: "" };
}

/** Debates that stand in the log, by title, for its filter. */
export async function listLoggedDebates(): Promise<{ slug: string; title: string }[]> {
  return db.debate.findMany({
    where: { status: { not: "DRAFT" }, moderation: { some: {} } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: 200,
    select: { slug: true, title: true },
  });
}

/** Asked entry by entry, so that the newest are found without a look at all of them. */
const readable = Prisma.sql`coalesce(
  (SELECT d.status <> 'DRAFT' FROM debates d WHERE d.id = e.debate_id), true)`;

/** Whether the law has taken an entry's words, or they wait for that. */
const purged = Prisma.sql`(w.purged_at IS NOT NULL
  OR EXISTS (SELECT FROM purges q WHERE q.words_of_id = w.entry_id AND q.withdrawn_at IS NULL))`;

/**
 * Entries with all that is told of them. Which ones is found first, from one table and its indexes:
 * joined to everything, a hundred thousand of them took seconds. Every column by name: hidden
 * titles, comments, notes, snapshots and erased names are not read.
 */
const readingOf = (ids: Prisma.Sql) => Prisma.sql`
  WITH chosen AS MATERIALIZED (${ids})
  SELECT e.id, e.at, e.action::text, e.target::text, e.ground::text, e.details, e.actor_id IS NULL AS automatic,
    jsonb_exists(e.details, 'accepted') AS suggested,
    e.debate_id AS "debateId", d.slug, d.title AS "debateTitle",
    a.id AS "argumentId", a.path, CASE WHEN NOT a.withheld THEN a.title END AS "argumentTitle",
    e.comment_id AS "commentId", m.handle AS "actorHandle", m.name AS "actorName",
    p.handle AS "personHandle", p.name AS "personName",
    CASE WHEN ${purged} THEN '' ELSE coalesce(w.public_reason, '') END AS reason, ${purged} AS purged,
    e.details ->> 'until' AS until, e.undoes_id AS undoes,
    (SELECT u.id FROM moderation_entries u WHERE u.undoes_id = e.id) AS "undoneBy",
    x.entry_id IS NOT NULL AS appealed, o.id AS outcome, o.action::text AS "outcomeAction",
    (SELECT y.entry_id FROM appeals y WHERE y.outcome_id = e.id) AS "decidesAppealOf",
    e.previous_hash AS "previousHash", e.hash
  FROM chosen
  JOIN moderation_entries e ON e.id = chosen.id
  LEFT JOIN moderation_words w ON w.entry_id = e.id
  LEFT JOIN debates d ON d.id = e.debate_id
  LEFT JOIN arguments a ON a.debate_id = e.debate_id AND a.id = e.argument_id
  LEFT JOIN users m ON m.id = e.actor_id AND e.named AND m.status <> 'ERASED'
  LEFT JOIN users p ON p.id = e.person_id AND p.status <> 'ERASED'
  LEFT JOIN appeals x ON x.entry_id = e.id
  LEFT JOIN moderation_entries o ON o.id = x.outcome_id
  ORDER BY e.id DESC`;

function fitting({ debate, person, action, ground, undone, q }: LogFilter): Prisma.Sql {
  const conditions: Prisma.Sql[] = [];
  const undoing = Prisma.sql`EXISTS (SELECT FROM moderation_entries u WHERE u.undoes_id = e.id)`;
  if (debate) {
    conditions.push(Prisma.sql`AND e.debate_id = (SELECT id FROM debates WHERE slug = ${debate})`);
  }
  if (person) {
    conditions.push(Prisma.sql`AND e.person_id = (
      SELECT id FROM users WHERE handle = ${person} AND status <> 'ERASED')`);
  }
  if (action) conditions.push(Prisma.sql`AND e.action = ${action}::"ModerationAction"`);
  if (ground) conditions.push(Prisma.sql`AND e.ground = ${ground}::"ModerationGround"`);
  if (undone === "true") conditions.push(Prisma.sql`AND ${undoing}`);
  if (undone === "false") conditions.push(Prisma.sql`AND NOT ${undoing}`);
  if (q !== "") {
    // Not asked entry by entry: so the index on the words can answer it.
    conditions.push(Prisma.sql`AND e.id IN (
      SELECT w.entry_id FROM moderation_words w WHERE w.public_reason ILIKE ${containing(q)} AND NOT ${purged})`);
  }
  return conditions.length > 0 ? Prisma.join(conditions, " ") : Prisma.empty;
}

/** A pattern for ILIKE that means exactly these words, wherever they stand. */
function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, "\\$&")}%`;
}
