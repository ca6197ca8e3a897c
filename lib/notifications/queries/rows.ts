import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { withheldTitle } from "@/lib/arguments/withheld";
import type { ExportFormat } from "@/lib/interchange/schema";
import type { ModerationAction, RevisionChange } from "@/lib/db/generated/enums";
import { commentLink } from "@/lib/discussion/links";
import { routes } from "@/lib/routes";
import { publicId } from "@/lib/shared/ids";
import type { Kind } from "../vocabulary";
import type { NotificationEvent, NotificationView } from "../view";

/** What is listed, as the statement below takes it: stored notifications and news alike. */
export const itemColumns = Prisma.sql`
  n.id AS key, n.kind, n.debate_id, n.argument_id, n.comment_id, n.version, n.actor_id,
  n.entry_id, n.export_id, n.suggestion_id, n.created_at, n.read_at, NULL::int AS news,
  NULL::timestamptz AS since`;

export const newsColumns = Prisma.sql`
  -f.debate_id AS key, 'FOLLOWED'::"NotificationKind" AS kind, f.debate_id,
  news.newest_id AS argument_id, NULL::int AS comment_id, NULL::int AS version,
  NULL::int AS actor_id, NULL::int AS entry_id, NULL::uuid AS export_id,
  NULL::int AS suggestion_id, news.newest_at AS created_at, NULL::timestamptz AS read_at,
  news.count AS news`;

/** An item with what it points to, as it stands now. */
export type ItemRow = {
  /** A stored notification's id; minus the debate's id for news. */
  key: number;
  kind: Kind;
  /** Null when it is about a person, who stands in no debate. */
  debateId: number | null;
  slug: string | null;
  debateTitle: string | null;
  argumentId: number | null;
  path: number[] | null;
  title: string | null;
  stance: "SUPPORT" | "OPPOSE" | null;
  archived: boolean;
  commentId: number | null;
  commentDeleted: boolean;
  excerpt: string;
  answersUser: boolean;
  change: RevisionChange | null;
  /** The moderation that it tells of. */
  entryId: number | null;
  action: ModerationAction | null;
  /** It was done to a comment on the argument. */
  ofComment: boolean;
  /** The contribution that waits or waited, by its public id. */
  suggestion: string | null;
  /** The moderation did what another member had suggested. */
  asSuggested: boolean;
  /** The number of the fact that it corrected. */
  fact: number | null;
  reason: string | null;
  /** The prepared file that it tells of. */
  exportId: string | null;
  format: ExportFormat | null;
  exportFailed: boolean;
  handle: string | null;
  name: string | null;
  editorial: boolean;
  createdAt: Date;
  readAt: Date | null;
  news: number | null;
  since: Date | null;
};

/**
 * Items with their debates, arguments, comments and people, newest first; one statement. Deleted
 * words and erased people never leave the database.
 *
 * @param items a subquery with the columns above
 */
export function itemRows(items: Prisma.Sql, userId: number, limit: number): Promise<ItemRow[]> {
  return db.$queryRaw<ItemRow[]>`
    SELECT i.key, i.kind, i.debate_id AS "debateId", d.slug, d.title AS "debateTitle",
           coalesce(i.argument_id, e.argument_id) AS "argumentId", a.path,
           CASE WHEN a.withheld THEN '' ELSE a.title END AS title, a.stance, e.id AS "entryId", e.action,
           e.comment_id IS NOT NULL AS "ofComment",
           CASE WHEN e.action = 'CORRECT' THEN (e.details ->> 'fact')::int END AS fact,
           coalesce(a.status = 'ARCHIVED', false) AS archived, i.comment_id AS "commentId",
           coalesce(c.status <> 'LIVE', false) AS "commentDeleted",
           CASE WHEN c.status = 'LIVE' THEN left(c.body, 400) ELSE '' END AS excerpt,
           coalesce(answered.author_id = ${userId}, false) AS "answersUser",
           r.change, coalesce(r.reason, w.public_reason, s.answer) AS reason,
           coalesce(s.debate_id || '-' || s.id, e.details->>'suggestion',
             CASE WHEN e.person_id IS DISTINCT FROM ${userId}
               THEN coalesce(e.details->>'accepted', e.details->>'again') END) AS suggestion,
           coalesce(jsonb_exists(e.details, 'accepted'), false) AS "asSuggested",
           x.id AS "exportId", x.format, coalesce(x.state = 'FAILED', false) AS "exportFailed",
           CASE WHEN u.status <> 'ERASED' THEN u.handle END AS handle, u.name,
           coalesce(u.kind = 'EDITORIAL', false) AS editorial,
           i.created_at AS "createdAt", i.read_at AS "readAt", i.news, i.since
    FROM (${items}) i
    LEFT JOIN debates d ON d.id = i.debate_id
    LEFT JOIN moderation_entries e ON e.id = i.entry_id
    LEFT JOIN moderation_words w ON w.entry_id = e.id
    LEFT JOIN arguments a ON a.debate_id = i.debate_id AND a.id = coalesce(i.argument_id, e.argument_id)
    LEFT JOIN comments c ON c.debate_id = i.debate_id AND c.id = i.comment_id
    LEFT JOIN comments answered ON answered.debate_id = c.debate_id AND answered.id = c.reply_to_id
    LEFT JOIN argument_revisions r
      ON r.debate_id = i.debate_id AND r.argument_id = i.argument_id AND r.version = i.version
    LEFT JOIN prepared_exports x ON x.id = i.export_id
    LEFT JOIN suggestions s ON s.debate_id = i.debate_id AND s.id = i.suggestion_id
    LEFT JOIN users u ON u.id = i.actor_id
    ORDER BY i.created_at DESC, i.key DESC
    LIMIT ${limit}`;
}

/** A draft is nobody's news but that of whom it invites to edit it. */
export const isTold = Prisma.sql`(d.status IS DISTINCT FROM 'DRAFT' OR n.kind = 'INVITED')`;

/** A row as its person sees it. */
export function toNotification(row: ItemRow): NotificationView {
  const { kind, debateId, slug, handle, name, editorial } = row;
  const news = row.news === null ? null : { count: row.news, since: row.since!.toISOString() };
  return {
    id: news ? publicId({ debateId: debateId!, id: row.argumentId! }) : String(row.key),
    kind,
    event: eventOf(row),
    read: row.readAt !== null,
    at: row.createdAt.toISOString(),
    href: hrefOf(row),
    debate: slug === null ? null : { slug, title: row.debateTitle! },
    actor: handle === null || name === null ? null : { handle, name, editorial },
    argument: news || declined(row) ? null : argumentOf(row),
    comment: commentOf(row),
    export: row.exportId && row.format ? { id: row.exportId, format: row.format } : null,
    action: row.action,
    ofComment: row.ofComment,
    reason: row.reason ?? "",
    news,
  };
}

/** What was declined or waits again stands nowhere: the argument that it was about is not it. */
function declined({ suggestion, action }: ItemRow): boolean {
  return suggestion !== null && ["DECLINE", "RESTORE", null].includes(action);
}

function argumentOf(row: ItemRow): NotificationView["argument"] {
  const { debateId, argumentId: id, path, title, stance, archived } = row;
  if (debateId === null || id === null || path === null || stance === null) return null;
  const words = title || withheldTitle();
  return { id: publicId({ debateId, id }), number: path.join("."), title: words, stance, archived };
}

function commentOf({ debateId, commentId, commentDeleted, excerpt }: ItemRow) {
  if (debateId === null || commentId === null) return null;
  const id = publicId({ debateId, id: commentId });
  return { id, deleted: commentDeleted, excerpt: shorten(excerpt) };
}

function shorten(words: string): string {
  const text = words.replace(/\s+/g, " ").trim();
  return text.length > 200 ? `${text.slice(0, 199).trimEnd()}…` : text;
}

function eventOf(row: ItemRow): NotificationEvent {
  const { kind, commentId, answersUser, change, action, suggestion } = row;
  switch (kind) {
    case "EXPORT":
      return row.exportFailed ? "EXPORT_FAILED" : "EXPORT_READY";
    case "FLAGGED":
      return action === "KEEP" ? "FLAG_DECLINED" : "FLAG_UPHELD";
    case "REVOTE":
      return "REVOTE";
    case "FOLLOWED":
      return "NEWS";
    case "MENTION":
      return "MENTION";
    case "INVITED":
      return "INVITED";
    case "MODERATION":
      if (suggestion) return suggestionEvent(action);
      if (action === "CORRECT") return "CORRECTED";
      if (action) return row.asSuggested ? "MODERATED_AS_SUGGESTED" : "MODERATED";
      return change === "ARCHIVED" || change === "RESTORED" ? change : "EDITED";
    case "REPLY":
      return commentId === null ? "ARGUMENT" : answersUser ? "ANSWER" : "COMMENT";
  }
}

function suggestionEvent(action: ItemRow["action"]): NotificationEvent {
  if (action === null) return "SUGGESTION_ASKED";
  if (action === "RESTORE") return "SUGGESTION_WAITS_AGAIN";
  return action === "DECLINE" ? "SUGGESTION_DECLINED" : "SUGGESTION_ACCEPTED";
}

function hrefOf({ kind, slug, debateId, argumentId, entryId, ...row }: ItemRow): string {
  const { commentId, change } = row;
  if (row.suggestion && kind === "MODERATION") return routes.accountSuggestion(row.suggestion);
  if (row.fact !== null && slug !== null) return `${routes.brief(slug)}#F${row.fact}`;
  if (entryId !== null) return routes.modlogEntry(entryId);
  if (slug !== null && kind === "EXPORT") return routes.preparedExports(slug);
  if (kind === "INVITED" && slug !== null) return routes.editDebate(slug);
  if (slug === null || debateId === null || argumentId === null) return routes.notifications();
  if (kind === "FOLLOWED") return routes.debate(slug, { sort: "newest" });
  const argument = publicId({ debateId, id: argumentId });
  if (commentId !== null) return commentLink(slug, argument, publicId({ debateId, id: commentId }));
  return change === "EDITED"
    ? routes.argumentHistory(slug, argument)
    : routes.argument(slug, argument);
}
