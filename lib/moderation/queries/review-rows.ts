import "server-only";
import type { AuthorView } from "@/lib/arguments/view";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { DebateStatus } from "@/lib/debates/schema";
import { commentLink } from "@/lib/discussion/links";
import { routes } from "@/lib/routes";
import { publicId } from "@/lib/shared/ids";
import type { SiteRole } from "@/lib/shared/viewer";
import type { SuggestionKind } from "@/lib/suggestions/vocabulary";
import type { FlagReason, ModerationTarget, ReviewCause } from "../vocabulary";
import type { QueueItem } from "../view";

export type ReviewRow = {
  id: number;
  version: number;
  cause: ReviewCause;
  status: "WAITING" | "DECIDED";
  target: ModerationTarget;
  debateId: number | null;
  argumentId: number | null;
  commentId: number | null;
  suggestionId: number | null;
  suggestionKind: SuggestionKind | null;
  /** Null for a brief, which is nobody's. */
  authorId: number | null;
  factId: number | null;
  factNumber: number | null;
  slug: string | null;
  debateStatus: DebateStatus | null;
  debateTitle: string | null;
  title: string;
  body: string;
  handle: string | null;
  name: string | null;
  authorRole: SiteRole | null;
  erased: boolean | null;
  editorial: boolean | null;
  score: number;
  flags: number;
  priority: number;
  reasons: { reason: FlagReason; count: number }[];
  openedAt: Date;
  claimedById: number | null;
  claimedBy: string | null;
  claimedUntil: Date | null;
  decidedBy: string | null;
  entryId: number | null;
  escalated: boolean;
  passedOnById: number | null;
  /** Its flags hid it at once, and that stands. */
  hiddenAtOnce: boolean;
};

/** The most urgent first; for administrators what was passed on to them before that. */
export function inOrder(escalatedFirst: boolean): Prisma.Sql {
  return escalatedFirst
    ? Prisma.sql`(v.escalated_at IS NOT NULL) DESC, v.priority DESC, v.id`
    : Prisma.sql`v.priority DESC, v.id`;
}

/** Reviews with what they are about, the most urgent first; one statement. For moderators only. */
export function reviewRows(
  which: Prisma.Sql,
  limit: number,
  escalatedFirst = false,
): Promise<ReviewRow[]> {
  return db.$queryRaw<ReviewRow[]>`
    SELECT v.id, v.version, v.cause::text AS cause, v.status::text AS status, v.target::text AS target, v.debate_id AS "debateId",
           v.argument_id AS "argumentId", v.comment_id AS "commentId", v.author_id AS "authorId", v.fact_id AS "factId", f.number AS "factNumber",
           v.suggestion_id AS "suggestionId", s.kind::text AS "suggestionKind",
           d.slug, d.status::text AS "debateStatus", d.title AS "debateTitle",
           coalesce(s.content->>'title', s.content->'source'->>'title', left(s.content->>'body', 140),
             CASE v.target WHEN 'ARGUMENT' THEN a.title WHEN 'COMMENT' THEN left(c.body, 140)
               WHEN 'DEBATE' THEN coalesce(f.text, d.title) ELSE u.name END) AS title,
           CASE WHEN s.id IS NOT NULL THEN coalesce(s.content->>'body', '')
             WHEN v.target = 'ARGUMENT' THEN a.body WHEN v.target = 'COMMENT' THEN c.body
             WHEN v.target = 'PERSON' THEN u.about ELSE '' END AS body,
           u.handle, u.name, u.role::text AS "authorRole", u.status = 'ERASED' AS erased, u.kind = 'EDITORIAL' AS editorial,
           v.score, v.flags, v.priority, v.opened_at AS "openedAt",
           coalesce((SELECT jsonb_agg(jsonb_build_object('reason', r.reason, 'count', r.count) ORDER BY r.count DESC, r.reason)
                     FROM (SELECT f.reason, count(*)::int AS count FROM flags f WHERE f.review_id = v.id GROUP BY 1) r), '[]') AS reasons,
           CASE WHEN v.claimed_until > now() THEN v.claimed_by_id END AS "claimedById", k.name AS "claimedBy",
           v.claimed_until AS "claimedUntil", w.name AS "decidedBy", v.entry_id AS "entryId",
           v.escalated_at IS NOT NULL AS escalated, v.escalated_by_id AS "passedOnById",
           v.hiding_id IS NOT NULL AND NOT EXISTS (
             SELECT FROM moderation_entries b WHERE b.undoes_id = v.hiding_id) AS "hiddenAtOnce"
    FROM reviews v
    LEFT JOIN users u ON u.id = v.author_id
    LEFT JOIN debates d ON d.id = v.debate_id
    LEFT JOIN facts f ON f.debate_id = v.debate_id AND f.id = v.fact_id
    LEFT JOIN arguments a ON a.debate_id = v.debate_id AND a.id = v.argument_id
    LEFT JOIN comments c ON c.debate_id = v.debate_id AND c.id = v.comment_id
    LEFT JOIN suggestions s ON s.debate_id = v.debate_id AND s.id = v.suggestion_id
    LEFT JOIN users k ON k.id = v.claimed_by_id
    LEFT JOIN users w ON w.id = v.decided_by_id
    WHERE ${which}
    ORDER BY ${inOrder(escalatedFirst)}
    LIMIT ${limit}`;
}

/** @param untitled what stands for words that are gone */
export function toQueueItem(row: ReviewRow, viewerId: number, untitled: string): QueueItem {
  const { claimedById, claimedBy, claimedUntil, slug, debateTitle } = row;
  return {
    review: row.id,
    version: row.version,
    cause: row.cause,
    target: row.target,
    debate: slug === null ? null : { slug, title: debateTitle! },
    title: row.title || untitled,
    href: hrefOf(row),
    author: authorOf(row),
    fact: row.factNumber,
    ownerless: row.authorId === null,
    score: row.score,
    flags: row.flags,
    reasons: row.reasons,
    openedAt: row.openedAt.toISOString(),
    suggestion: suggestionOf(row),
    escalated: row.escalated,
    hiddenAtOnce: row.hiddenAtOnce,
    claimedBy:
      claimedById === null
        ? null
        : { name: claimedBy!, mine: claimedById === viewerId, until: claimedUntil!.toISOString() },
  };
}

function suggestionOf({ debateId, suggestionId, suggestionKind }: ReviewRow) {
  if (debateId === null || suggestionId === null || suggestionKind === null) return null;
  return { id: publicId({ debateId, id: suggestionId }), kind: suggestionKind };
}

function authorOf({ erased, handle, name, editorial }: ReviewRow): AuthorView {
  if (erased || handle === null || name === null) return null;
  return { handle, name, editorial: editorial === true };
}

function hrefOf({ slug, debateId, argumentId, commentId, handle, ...row }: ReviewRow): string {
  if (slug === null || debateId === null) return routes.member(handle!);
  if (row.factNumber !== null) return `${routes.brief(slug)}#F${row.factNumber}`;
  if (row.authorId === null) return routes.brief(slug);
  if (argumentId === null) return routes.debate(slug);
  const argument = publicId({ debateId, id: argumentId });
  if (commentId === null) return routes.argument(slug, argument);
  return commentLink(slug, argument, publicId({ debateId, id: commentId }));
}
