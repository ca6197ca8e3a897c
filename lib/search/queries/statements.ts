import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Stance } from "@/lib/arguments/vocabulary";
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
  /** How many matches were ranked. */
  ranked: number;
};

/** The last row of the page before. */
export type After = { place: number; debateId: number; kind: SearchKind; itemId: number };

/** So many matches are ranked, the newest; whatever a word's frequency, a search costs no more. */
export const rankedAtMost = 500;
/** The place of the matches that are not ranked: after all others. */
export const unrankedPlace = 1;

const queryOf = (q: string) => Prisma.sql`websearch_to_tsquery('counterpoint', ${q})`;

/** Only what may be found, of the wanted kind and debate. */
function within({ kind, debate }: SearchInput): Prisma.Sql {
  return Prisma.sql`
    s.debate_id NOT IN (SELECT id FROM debates WHERE status IN ('DRAFT', 'ARCHIVED'))
    ${kind ? Prisma.sql`AND s.kind = ${kind}::"SearchKind"` : Prisma.empty}
    ${debate ? Prisma.sql`AND s.debate_id = (SELECT id FROM debates WHERE slug = ${debate})` : Prisma.empty}`;
}

const newestFirst = Prisma.sql`s.updated_at DESC, s.debate_id DESC, s.kind DESC, s.item_id DESC`;
/** So many of the newest things are looked at to see how common the words are. */
const sampled = 1000;
/** Whose words are in so many of those: every twentieth. */
const common = 50;

/**
 * What has the words and may be found, the newest first. Common words are looked for from the newest
 * thing on (of a coalesce PostgreSQL expects half to be true), rare ones in the index of words: the
 * same rows both ways. By itself it takes words that mostly stand together for rare.
 */
function newestMatches(input: SearchInput): Prisma.Sql {
  const has = Prisma.sql`s.words @@ ${queryOf(input.q)}`;
  const first = (condition: Prisma.Sql) => Prisma.sql`
    SELECT s.debate_id, s.kind, s.item_id, s.words FROM search_documents s
    WHERE ${condition} AND ${within(input)} ORDER BY ${newestFirst} LIMIT ${rankedAtMost}`;
  return Prisma.sql`
    WITH sample AS MATERIALIZED (
      SELECT count(*) >= ${common}::int AS common
      FROM (SELECT * FROM search_documents s ORDER BY ${newestFirst} LIMIT ${sampled}) s
      WHERE ${has} AND ${within(input)})
    (${first(Prisma.sql`(SELECT common FROM sample) AND coalesce(${has}, false)`)})
    UNION ALL
    (${first(Prisma.sql`NOT (SELECT common FROM sample) AND ${has}`)})`;
}

/**
 * The newest things that have the words, by how densely they have them (Clarke, Cormack and Tudhope
 * 2000, as ts_rank_cd; titles weigh five times the text, long texts are damped by the logarithm of
 * their length).
 */
export function rankedMatches(input: SearchInput): Prisma.Sql {
  return Prisma.sql`
    SELECT m.debate_id, m.kind, m.item_id, -(ts_rank_cd(m.words, ${queryOf(input.q)}, 1) * 1e6)::int AS place,
           count(*) OVER ()::int AS ranked
    FROM (${newestMatches(input)}) m`;
}

/** What has the words and is older than all that is ranked, in the order of its key. */
export function unrankedMatches(input: SearchInput, after: After | null): Prisma.Sql {
  return Prisma.sql`
    SELECT s.debate_id, s.kind, s.item_id, ${unrankedPlace}::int AS place, 0 AS ranked
    FROM search_documents s
    WHERE s.words @@ ${queryOf(input.q)} AND ${within(input)}
      AND (s.debate_id, s.kind, s.item_id) NOT IN (
        SELECT m.debate_id, m.kind, m.item_id FROM (${newestMatches(input)}) m)
      ${after ? Prisma.sql`AND (s.debate_id, s.kind, s.item_id) > (${after.debateId}, ${after.kind}::"SearchKind", ${after.itemId})` : Prisma.empty}
    ORDER BY s.debate_id, s.kind, s.item_id LIMIT ${input.limit + 1}`;
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
    SELECT page.place, page.ranked, s.debate_id AS "debateId", s.kind, s.item_id AS "itemId",
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
