import "server-only";
import { db } from "@/lib/db/client";
import { correct, wordsToCorrect, type Nearest } from "../correction";

/**
 * The search that was probably meant, or null: each word as the known word it shares most trigrams
 * with (pg_trgm, at least 0.3), one of the same stem before all others. A few milliseconds a word.
 */
export async function correctWords(q: string): Promise<string | null> {
  const words = wordsToCorrect(q);
  if (words.length === 0) return null;
  const rows = await db.$queryRaw<(Nearest & { word: string })[]>`
    SELECT w.word, n.word AS nearest,
           numnode(plainto_tsquery('counterpoint', coalesce(n.word, w.word))) = 0 AS empty
    FROM unnest(${words}::text[]) AS w (word)
    CROSS JOIN LATERAL (SELECT unaccent(lower(w.word)) AS plain) p
    LEFT JOIN LATERAL (
      SELECT k.word FROM search_words k WHERE k.word % p.plain
      ORDER BY k.word = p.plain DESC, ts_lexize('english_stem', k.word) = ts_lexize('english_stem', p.plain) DESC,
               similarity(k.word, p.plain) DESC, k.word
      LIMIT 1
    ) n ON true`;
  return correct(q, new Map(rows.map(({ word, ...nearest }) => [word, nearest])));
}
