import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Stance } from "@/lib/arguments/schema";
import { markEnd, markStart } from "../marked-text";
import type { Found } from "../place";
import type { SearchInput, SearchKind } from "../schema";

export type HitRow = Found & {
  /** The place in the order: rank × −10⁶, a whole number, so that a cursor meets it again exactly. */
  place: number;
  title: string;
  snippet: string;
  debateTitle: string;
  stance: Stance | null;
  /** False for a comment on an archived argument. */
  readable: boolean;
};

/** The last row of the page before. */
export type After = { place: number; debateId: number; kind: SearchKind; itemId: number };

const queryOf = (q: string) => Prisma.sql`websearch_to_tsquery('counterpoint', ${q})`;

/** Only what may be found, of the wanted kind and debate. */
function within({ kind, debate }: SearchInput): Prisma.Sql {
  return Prisma.sql`
    s.debate_id NOT IN (SELECT id FROM debates WHERE status IN ('DRAFT', 'ARCHIVED'))
    ${kind ? Prisma.sql`AND s.kind = ${kind}::"SearchKind"` : Prisma.empty}
    ${debate ? Prisma.sql`AND s.debate_id = (SELECT id FROM debates WHERE slug = ${debate})` : Prisma.empty}`;
}

/**
 * What has the words, by how densely it has them (Clarke, Cormack and Tudhope 2000, as ts_rank_cd;
 * titles weigh five times the text, long texts are damped by the logarithm of their length).
 */
export function exactMatches(input: SearchInput): Prisma.Sql {
  const query = queryOf(input.q);
  return Prisma.sql`
    SELECT s.debate_id, s.kind, s.item_id, -(ts_rank_cd(s.words, ${query}, 1) * 1e6)::int AS place
    FROM search_documents s
    WHERE s.words @@ ${query} AND ${within(input)}`;
}

/** What has a title with similar words, by how alike they are. Comments have no title. */
export function similarTitles(input: SearchInput): Prisma.Sql {
  return Prisma.sql`
    SELECT s.debate_id, s.kind, s.item_id, -(word_similarity(${input.q}, s.title) * 1e6)::int AS place
    FROM search_documents s
    WHERE ${input.q} <% s.title AND s.kind <> 'COMMENT' AND ${within(input)}`;
}

/** One page of matches, with all that their links and snippets need. One row more than the limit. */
export function pageOf(matches: Prisma.Sql, input: SearchInput, after: After | null): Prisma.Sql {
  const beyond = after
    ? Prisma.sql`WHERE (place, debate_id, kind, item_id)
        > (${after.place}, ${after.debateId}, ${after.kind}::"SearchKind", ${after.itemId})`
    : Prisma.empty;
  return Prisma.sql`
    WITH matches AS MATERIALIZED (${matches}),
    page AS (
      SELECT * FROM matches ${beyond}
      ORDER BY place, debate_id, kind, item_id LIMIT ${input.limit + 1}
    )
    SELECT page.place, s.debate_id AS "debateId", s.kind, s.item_id AS "itemId",
           d.slug, d.title AS "debateTitle", a.id AS "argumentId", a.path, a.stance,
           f.number AS "factNumber", o.number AS "sourceNumber",
           s.kind <> 'COMMENT' OR a.status = 'LIVE' AS readable,
           ${marked(Prisma.sql`CASE s.kind WHEN 'COMMENT' THEN a.title ELSE s.title END`, input.q, "HighlightAll=true")} AS title,
           ${marked(words, input.q, 'MaxFragments=2, MaxWords=26, MinWords=10, FragmentDelimiter=" … "')} AS snippet
    FROM page
    JOIN search_documents s USING (debate_id, kind, item_id)
    JOIN debates d ON d.id = s.debate_id
    LEFT JOIN comments c ON s.kind = 'COMMENT' AND c.debate_id = s.debate_id AND c.id = s.item_id
    LEFT JOIN arguments a ON a.debate_id = s.debate_id
      AND a.id = CASE s.kind WHEN 'ARGUMENT' THEN s.item_id WHEN 'COMMENT' THEN c.argument_id END
    LEFT JOIN facts f ON s.kind = 'FACT' AND f.debate_id = s.debate_id AND f.id = s.item_id
    LEFT JOIN sources o ON s.kind = 'SOURCE' AND o.debate_id = s.debate_id AND o.id = s.item_id
    ORDER BY page.place, page.debate_id, page.kind, page.item_id`;
}

/** Text with marks around what was found; the marks themselves are taken out of it first. */
function marked(text: Prisma.Sql, q: string, options: string): Prisma.Sql {
  const all = `${options}, StartSel="${markStart}", StopSel="${markEnd}"`;
  return Prisma.sql`ts_headline('counterpoint', translate(coalesce(${text}, ''), ${markStart + markEnd}, ''),
    ${queryOf(q)}, ${all})`;
}

/** The words of the body without Markdown's signs and the addresses of its links. */
const words = Prisma.sql`regexp_replace(regexp_replace(s.body,
  '!?\\[([^\\]]*)\\]\\([^)]*\\)', '\\1', 'g'), '(^|\\n)[ ]*[#>]+[ ]*|[*\`]+', '\\1', 'g')`;
