import "server-only";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { standingOf } from "@/lib/moderation/urgency";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { linksFor, newcomerMentions } from "../rules";
import type { NewcomerNote } from "../view";
import { curationOf } from "./curation";

/** How long the writer has been here, and what they contributed that is shown. */
export async function writerOf(id: number) {
  const [row] = await db.$queryRaw<{ days: number; contributions: number }[]>`
    SELECT extract(epoch FROM now() - u.created_at)::float8 / 86400 AS days,
      (SELECT count(*) FROM (SELECT FROM arguments a WHERE a.author_id = u.id AND a.status = 'LIVE' LIMIT 100) a)::int
        + (SELECT count(*) FROM (SELECT FROM comments c WHERE c.author_id = u.id AND c.status = 'LIVE' LIMIT 100) c)::int
        AS contributions
    FROM users u WHERE u.id = ${id}`;
  if (!row) return null;
  const { days, contributions } = row;
  return { standing: standingOf(days, contributions), days, contributions };
}

/**
 * What is kept from a new member's contributions to this debate, to be said where they write; null
 * for everybody else.
 */
export async function newcomerNote(
  viewer: Viewer | null,
  debate: { slug: string } | { id: number },
): Promise<NewcomerNote | null> {
  const { FIRST_CONTRIBUTIONS_WAIT: first, HELD_LINKS: site } = env;
  if (!viewer || isModerator(viewer)) return null;
  const writer = await writerOf(viewer.id);
  if (writer?.standing !== "NEW") return null;
  const curation = await curationOf(debate);
  const links = linksFor(curation ?? { heldLinks: null }, site);
  const mentions = newcomerMentions;
  return { first: Math.max(0, first - writer.contributions), links, mentions };
}
