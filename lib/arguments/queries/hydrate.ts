import "server-only";
import type { Prisma } from "@/lib/db/client";
import { readPrepared } from "@/lib/db/prepared";
import type { ReadingContext } from "@/lib/debates/queries/context";
import { env } from "@/lib/env";
import { publicId } from "@/lib/shared/ids";
import { isModerator } from "@/lib/shared/viewer";
import { summarise, type KeptCounts } from "@/lib/voting/rules";
import { argumentPermissions, type ArgumentFacts } from "../rules";
import type { ArgumentMark, Stance } from "../vocabulary";
import type { ArgumentView, AuthorView, CitationView, CitedFact } from "../view";
import { withheldTitle } from "../withheld";

export const authorSelect = {
  handle: true,
  name: true,
  kind: true,
  status: true,
} satisfies Prisma.UserSelect;

type ArgumentRow = KeptCounts & {
  id: number;
  debateId: number;
  parentId: number | null;
  stance: Stance;
  path: number[];
  title: string;
  body: string;
  status: ArgumentView["status"];
  curated: boolean;
  withheld: boolean;
  hiddenAtOnce: boolean;
  purge: ArgumentFacts["purge"];
  unaccepted: boolean;
  marks: ArgumentMark[];
  mergedIntoId: number | null;
  askedAt: Date | null;
  askedVotes: number | null;
  locked: boolean;
  featured: boolean;
  version: number;
  authorId: number;
  createdAt: Date;
  updatedAt: Date;
  author: AuthorRow;
  comments: number;
  supportChildren: number;
  opposeChildren: number;
  impact: number | null;
  voteAsked: boolean | null;
  sources: CitationView[];
  facts: CitedFact[];
};

const sql = `
  SELECT a.id, a.debate_id AS "debateId", a.parent_id AS "parentId", a.stance::text AS stance, a.path,
         CASE WHEN shown.words THEN a.title ELSE '' END AS title,
         CASE WHEN shown.words THEN a.body ELSE '' END AS body,
         a.status::text AS status, a.curated, a.withheld, a.marks::text[] AS marks, a.featured,
         is_thread_locked(a.debate_id, a.path) AS locked,
         a.withheld AND hidden_at_once('ARGUMENT', a.debate_id, a.id, NULL) IS NOT NULL AS "hiddenAtOnce",
         CASE WHEN a.withheld THEN (
           SELECT CASE WHEN p.confirmed_at IS NULL THEN 'WAITING' ELSE 'DONE' END FROM purges p
           WHERE p.debate_id = a.debate_id AND p.argument_id = a.id AND p.target = 'ARGUMENT'
             AND p.words_of_id IS NULL AND p.withdrawn_at IS NULL)
         END AS purge,
         a.withheld AND is_unaccepted('ARGUMENT', a.debate_id, a.id) AS unaccepted,
         a.merged_into_id AS "mergedIntoId", a.asked_at AS "askedAt", a.version, a.author_id AS "authorId",
         a.created_at AS "createdAt", a.updated_at AS "updatedAt",
         json_build_object('handle', u.handle, 'name', u.name, 'kind', u.kind, 'status', u.status) AS author,
         c.vote_count AS "voteCount", c.vote_sum AS "voteSum", c.n0, c.n1, c.n2, c.n3, c.n4,
         c.lower_bound AS "lowerBound", c.comments, c.support_children AS "supportChildren",
         c.oppose_children AS "opposeChildren", v.impact,
         v.version < a.asked_version AS "voteAsked",
         CASE WHEN a.asked_version IS NOT NULL THEN (
           SELECT count(*) FROM impact_votes o
           WHERE o.debate_id = a.debate_id AND o.argument_id = a.id AND o.version < a.asked_version)::int
         END AS "askedVotes",
         coalesce((
           SELECT json_agg(json_build_object(
             'number', s.number, 'title', s.title, 'publisher', s.publisher, 'url', s.url,
             'published', s.published, 'kind', s.kind, 'quotation', cited.quotation,
             'note', coalesce(nullif(cited.note, ''), s.note)) ORDER BY cited.position)
           FROM citations cited
           JOIN sources s ON s.debate_id = cited.debate_id AND s.id = cited.source_id
           WHERE cited.debate_id = a.debate_id AND cited.argument_id = a.id AND shown.words), '[]') AS sources,
         coalesce((
           SELECT json_agg(json_build_object(
             'id', f.id, 'number', f.number, 'text', f.text, 'certainty', f.certainty,
             'version', f.version, 'corrected', cited.checked_version < f.version) ORDER BY f.id)
           FROM argument_facts cited
           JOIN facts f ON f.debate_id = cited.debate_id AND f.id = cited.fact_id
           WHERE cited.debate_id = a.debate_id AND cited.argument_id = a.id AND shown.words), '[]') AS facts
  FROM arguments a
  -- What was hidden is read by its author and by curators alone.
  CROSS JOIN LATERAL (SELECT NOT a.withheld OR a.author_id = $3 OR $4 AS words) shown
  JOIN users u ON u.id = a.author_id
  JOIN argument_counts c ON c.debate_id = a.debate_id AND c.argument_id = a.id
  LEFT JOIN impact_votes v ON v.debate_id = a.debate_id AND v.argument_id = a.id AND v.user_id = $3
  WHERE a.debate_id = $1 AND a.id = ANY ($2::int[])`;

/** Arguments by id, in the order asked for, as readers see them. One statement, however many. */
export async function hydrate(
  ids: readonly number[],
  context: ReadingContext,
): Promise<ArgumentView[]> {
  if (ids.length === 0) return [];
  const { viewer, viewerIsEditor } = context;
  const curates = viewerIsEditor || (viewer !== null && isModerator(viewer));
  const values = [context.debate.id, ids, viewer?.id ?? 0, curates];
  const rows = await readPrepared<ArgumentRow>("arguments", sql, values);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toArgumentView(row, context)] : [];
  });
}

function toArgumentView(row: ArgumentRow, context: ReadingContext): ArgumentView {
  const { debate, viewer, newSince, viewerIsEditor } = context;
  const { debateId } = row;
  return {
    id: publicId(row),
    number: row.path.join("."),
    debate: debate.slug,
    parentId: row.parentId === null ? null : publicId({ debateId, id: row.parentId }),
    stance: row.stance,
    title: row.title || withheldTitle(),
    body: row.body,
    status: row.status,
    withheld: row.withheld,
    hiddenAtOnce: row.hiddenAtOnce,
    marks: row.marks,
    mergedInto: row.mergedIntoId === null ? null : publicId({ debateId, id: row.mergedIntoId }),
    asked: askedOf(row),
    locked: row.locked,
    featured: row.featured,
    version: row.version,
    author: toAuthorView(row.author),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    votes: summarise(row),
    comments: row.comments,
    children: { support: row.supportChildren, oppose: row.opposeChildren },
    sources: row.sources,
    facts: row.facts,
    mine: row.impact === null ? null : { impact: row.impact, asked: row.voteAsked === true },
    isNew: newSince !== null && row.createdAt > newSince && row.authorId !== viewer?.id,
    can: argumentPermissions(viewer, {
      debateStatus: debate.status,
      status: row.status,
      authorId: row.authorId,
      depth: row.path.length,
      viewerIsEditor,
      curated: row.curated,
      debateLocked: debate.locked,
      threadLocked: row.locked,
      // Said when something is sent: until then it can be written.
      slowUntil: null,
      hiddenAtOnce: row.hiddenAtOnce,
      purge: row.purge,
      unaccepted: row.unaccepted,
    }),
  };
}

function askedOf({ askedAt, askedVotes }: ArgumentRow): ArgumentView["asked"] {
  if (askedAt === null || !askedVotes) return null;
  const until = new Date(askedAt.getTime() + env.VOTES_LAPSE_DAYS * 86_400_000);
  return { votes: askedVotes, until: until.toISOString() };
}

type AuthorRow = Prisma.UserGetPayload<{ select: typeof authorSelect }>;

/** Null for an erased account, whose words stay without a name. */
export function toAuthorView(author: AuthorRow): AuthorView {
  if (author.status === "ERASED") return null;
  return { handle: author.handle, name: author.name, editorial: author.kind === "EDITORIAL" };
}
