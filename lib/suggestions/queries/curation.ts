import "server-only";
import { LRUCache } from "lru-cache";
import { db } from "@/lib/db/client";
import { readPrepared } from "@/lib/db/prepared";
import { onChanged } from "@/lib/live/changes";
import { tags } from "@/lib/live/tags";
import { assertGranted } from "@/lib/shared/permission";
import { processWide } from "@/lib/shared/process-wide";
import type { Viewer } from "@/lib/shared/viewer";
import { canModerate } from "@/lib/moderation/rules";

/** What editors have said about contributions to a debate. */
export type Curation = {
  id: number;
  slug: string;
  curated: boolean;
  heldWords: string[];
  /** Null: as the site's setting says. */
  heldLinks: number | null;
};

/** What nobody told us of (a database changed by hand) counts after this. */
const longestUnseen = 5000;

function open() {
  const kept = new LRUCache<string, Curation>({ max: 500, ttl: longestUnseen });
  onChanged((changed) => {
    if (changed.includes(tags.curation()) || changed.includes(tags.everything())) kept.clear();
  });
  return kept;
}

const read = `SELECT id, slug, curated, held_words AS "heldWords", held_links AS "heldLinks" FROM debates`;
const texts = { id: `${read} WHERE id = $1`, slug: `${read} WHERE slug = $1` };

/**
 * Asked before every contribution, so remembered for five seconds.
 * @returns null when there is no such debate
 */
export async function curationOf(
  which: { slug: string } | { id: number },
): Promise<Curation | null> {
  const [column, value] =
    "slug" in which ? (["slug", which.slug] as const) : (["id", which.id] as const);
  const kept = processWide("curations", open);
  const key = `${column} ${value}`;
  const before = kept.get(key);
  if (before) return before;
  const [row] = await readPrepared<Curation>(`curation by ${column}`, texts[column], [value]);
  if (row) kept.set(key, row);
  return row ?? null;
}

/**
 * A debate's curation for whoever may change it. Null when there is no such debate.
 * @throws DomainError the refusal of `canModerate`
 */
export async function getCuration(
  slug: string,
  viewer: Viewer | null,
): Promise<(Curation & { title: string }) | null> {
  const debate = await db.debate.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      title: true,
      status: true,
      curated: true,
      heldWords: true,
      heldLinks: true,
      roles: { where: { userId: viewer?.id ?? 0, role: "EDITOR" }, select: { userId: true } },
    },
  });
  if (!debate || debate.status === "DRAFT") return null;
  const { roles, status, ...curation } = debate;
  const viewerIsEditor = roles.length > 0;
  assertGranted(canModerate(viewer, { debateStatus: status, authorId: null, viewerIsEditor }));
  return curation;
}
