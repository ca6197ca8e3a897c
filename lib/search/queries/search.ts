import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { decodeCursor, encodeCursor } from "@/lib/shared/cursor";
import { publicId } from "@/lib/shared/ids";
import { readMarks } from "../marked-text";
import { numberOf, placeOf } from "../place";
import { searchKinds, type SearchInput } from "../schema";
import type { SearchHit, SearchResult } from "../view";
import { correctWords } from "./correct-words";
import {
  pageOf,
  rankedAtMost,
  rankedMatches,
  unrankedMatches,
  unrankedPlace,
  type After,
  type HitRow,
} from "./statements";

const whole = z.int().min(-2_147_483_648).max(2_147_483_647);
/** Whether words were put right, then the last row: its place in the order, debate, kind, item. */
const cursorShape = z.tuple([z.boolean(), whole, whole, z.enum(searchKinds), whole]);

/**
 * Everything in open and closed debates that has these words, best first. When nothing has them, what
 * has the known words that they are most like, of three and more all but one, which `fuzzy` says.
 * Drafts and archived debates are found by nobody. Of many matches the newest are ranked, see
 * `rankedAtMost`; the others come after them, unranked. Fewer than `limit` may come back before the
 * end: `nextCursor` tells.
 */
export async function search(input: SearchInput): Promise<SearchResult> {
  const cursor = decodeCursor(input.cursor, cursorShape);
  if (input.q === "") return { items: [], nextCursor: null, fuzzy: false };
  if (!cursor?.[0]) {
    const rows = await find(input, cursor);
    if (rows.length > 0 || cursor) return toResult(rows, input, false);
  }
  const q = await correctWords(input.q);
  return toResult(q === null ? [] : await find({ ...input, q }, cursor), input, true);
}

type Cursor = z.output<typeof cursorShape> | null;

function afterOf(cursor: Cursor): After | null {
  if (!cursor) return null;
  const [, place, debateId, kind, itemId] = cursor;
  return { place, debateId, kind, itemId };
}

/** A page of what has all the words; one row more than the limit when there is more. */
async function find(input: SearchInput, cursor: Cursor): Promise<HitRow[]> {
  const after = afterOf(cursor);
  const pastRanked = after?.place === unrankedPlace;
  const rows = pastRanked ? [] : await read(pageOf(rankedMatches(input), input, after));
  const isFull = rows.length > input.limit;
  const isAll = rows.length === 0 ? after === null : rows[0]!.ranked < rankedAtMost;
  if (isFull || isAll) return rows;
  const rest = { ...input, limit: input.limit - rows.length };
  const last = pastRanked ? after : null;
  return [...rows, ...(await read(pageOf(unrankedMatches(rest, last), rest, last)))];
}

function read(statement: Prisma.Sql): Promise<HitRow[]> {
  return db.$queryRaw<HitRow[]>(statement);
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
