import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { decodeCursor, encodeCursor } from "@/lib/shared/cursor";
import { publicId } from "@/lib/shared/ids";
import { readMarks } from "../marked-text";
import { numberOf, placeOf } from "../place";
import { searchKinds, type SearchInput } from "../schema";
import type { SearchHit, SearchResult } from "../view";
import { exactMatches, pageOf, similarTitles, type After, type HitRow } from "./statements";

const whole = z.int().min(-2_147_483_648).max(2_147_483_647);
/** Whether titles were compared, then the last row: its place in the order, debate, kind, item. */
const cursorShape = z.tuple([z.boolean(), whole, whole, z.enum(searchKinds), whole]);

/** From how alike a title is shown when nothing has the words (word_similarity of pg_trgm, 0 to 1). */
const alikeFrom = 0.45;

/**
 * Everything in open and closed debates that has these words, best first; one statement. When
 * nothing has them, titles with similar words, which `fuzzy` says. Drafts and archived debates are
 * found by nobody. Fewer than `limit` may come back before the end: `nextCursor` tells.
 */
export async function search(input: SearchInput): Promise<SearchResult> {
  const cursor = decodeCursor(input.cursor, cursorShape);
  if (input.q === "") return { items: [], nextCursor: null, fuzzy: false };
  if (!cursor?.[0]) {
    const rows = await findExact(input, cursor);
    if (rows.length > 0 || cursor) return toResult(rows, input, false);
  }
  return toResult(await findSimilar(input, cursor), input, true);
}

type Cursor = z.output<typeof cursorShape> | null;

function afterOf(cursor: Cursor): After | null {
  if (!cursor) return null;
  const [, place, debateId, kind, itemId] = cursor;
  return { place, debateId, kind, itemId };
}

function findExact(input: SearchInput, cursor: Cursor): Promise<HitRow[]> {
  return db.$queryRaw<HitRow[]>(pageOf(exactMatches(input), input, afterOf(cursor)));
}

/** The threshold belongs to the statement, so both share a transaction. */
async function findSimilar(input: SearchInput, cursor: Cursor): Promise<HitRow[]> {
  if (input.q.length < 3) return [];
  const [, rows] = await db.$transaction([
    db.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(alikeFrom)}, true),
                        set_config('enable_seqscan', 'off', true)`,
    db.$queryRaw<HitRow[]>(pageOf(similarTitles(input), input, afterOf(cursor))),
  ]);
  return rows;
}

function toResult(rows: HitRow[], { limit }: SearchInput, fuzzy: boolean): SearchResult {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: page.filter((row) => row.readable).map(toHit),
    nextCursor: more
      ? encodeCursor([fuzzy, last.place, last.debateId, last.kind, last.itemId] as never)
      : null,
    fuzzy,
  };
}

function toHit(row: HitRow): SearchHit {
  const { kind, debateId, itemId, slug } = row;
  return {
    kind,
    id: kind === "DEBATE" ? String(debateId) : publicId({ debateId, id: itemId }),
    debate: { slug, title: row.debateTitle },
    title: readMarks(row.title),
    snippet: readMarks(row.snippet),
    number: numberOf(row),
    stance: row.stance,
    href: placeOf(row),
  };
}
