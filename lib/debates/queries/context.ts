import "server-only";
import { readPrepared } from "@/lib/db/prepared";
import { slugSchema, type DebateStatus } from "@/lib/debates/schema";
import { newSince } from "@/lib/debates/visits";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import type { DebateHead } from "../view";

/** What every reading of a debate needs: which one, who reads, and when they last did. */
export type ReadingContext = {
  debate: { id: number; slug: string; status: DebateStatus; locked: boolean };
  viewer: Viewer | null;
  viewerIsEditor: boolean;
  /** What came after this moment is new to the viewer; null marks nothing. */
  newSince: Date | null;
};

/**
 * One statement whatever the debate's size.
 *
 * @param which the debate's slug or id
 * @returns null when there is no such debate or the viewer may not see it (drafts: editors only)
 */
export async function readingContext(
  which: { slug: string } | { id: number },
  viewer: Viewer | null,
): Promise<ReadingContext | null> {
  const read =
    "slug" in which ? await bySlug(which.slug, viewer) : await readDebate("d.id", which.id, viewer);
  return read && read.context;
}

/** A debate's head. Null when there is none or the viewer may not see it. */
export async function getDebate(
  slug: string,
  viewer: Viewer | null = null,
): Promise<DebateHead | null> {
  const read = await bySlug(slug, viewer);
  return read && read.head;
}

function bySlug(slug: string, viewer: Viewer | null) {
  return slugSchema.safeParse(slug).success ? readDebate("d.slug", slug, viewer) : null;
}

type Row = Omit<DebateHead, "openedAt" | "closedAt" | "updatedAt" | "counts"> & {
  openedAt: Date | null;
  closedAt: Date | null;
  updatedAt: Date;
  arguments: number | null;
  comments: number | null;
  people: number | null;
  isEditor: boolean;
  seenAt: Date | null;
  previousAt: Date | null;
};

const sql = (column: "d.id" | "d.slug") => `
  SELECT d.id, d.slug, d.title, d.motion, d.motion_note AS "motionNote", d.status::text AS status,
         d.version, d.language, d.opened_at AS "openedAt", d.closed_at AS "closedAt", d.updated_at AS "updatedAt",
         d.conclusion, d.locked, d.slow_minutes AS "slowMinutes",
         c.arguments, c.comments, c.people, v.seen_at AS "seenAt", v.previous_at AS "previousAt",
         EXISTS (SELECT FROM debate_roles r
                 WHERE r.debate_id = d.id AND r.user_id = $2 AND r.role = 'EDITOR') AS "isEditor"
  FROM debates d
  LEFT JOIN debate_counts c ON c.debate_id = d.id
  LEFT JOIN debate_visits v ON v.debate_id = d.id AND v.user_id = $2
  WHERE ${column} = $1`;
const texts = { "d.id": sql("d.id"), "d.slug": sql("d.slug") };

async function readDebate(
  column: "d.id" | "d.slug",
  value: number | string,
  viewer: Viewer | null,
): Promise<{ context: ReadingContext; head: DebateHead } | null> {
  const [row] = await readPrepared<Row>(`debate by ${column}`, texts[column], [
    value,
    viewer?.id ?? 0,
  ]);
  if (!row) return null;
  const { isEditor: viewerIsEditor, seenAt, previousAt, ...rest } = row;
  if (row.status === "DRAFT" && !viewerIsEditor && !(viewer && isModerator(viewer))) return null;
  const { arguments: count, comments, people, openedAt, closedAt, updatedAt, ...head } = rest;
  return {
    context: {
      debate: { id: row.id, slug: row.slug, status: row.status, locked: row.locked },
      viewer,
      viewerIsEditor,
      newSince: newSince(seenAt && { seenAt, previousAt }, new Date()),
    },
    head: {
      ...head,
      openedAt: openedAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
      updatedAt: updatedAt.toISOString(),
      counts: { arguments: count ?? 0, comments: comments ?? 0, people: people ?? 0 },
    },
  };
}
