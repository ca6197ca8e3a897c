import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { cursorNumber, decodeCursor, encodeCursor } from "@/lib/shared/cursor";
import {
  idsAfter,
  liveSiblings,
  orders,
  placeShape,
  type SiblingIds,
  type SiblingsOf,
} from "./sibling-list";

/**
 * Lists ordered by score, paged as they stood: while people vote, an order changes between two
 * pages, and a reader would meet one argument twice and another never. So the first page of a list
 * that goes on keeps the order of its first `ranked` arguments, and the cursor names it. What is not
 * among them, because it came later or stood further down, follows at the end by id.
 */

/** How many arguments of a list are kept in order: more than anybody reads. */
const ranked = 2000;
/** For how long an order serves whoever begins to read, in seconds. */
const freshSeconds = 60;
/** So many more are read than a page needs, in case some have been archived since. */
const spare = 100;

/** The kept order, how many of it were passed, and where that was in the order of that moment. */
const cursorShape = z.tuple([cursorNumber, z.int().min(0).max(9999), ...placeShape.def.items]);
type Cursor = z.output<typeof cursorShape>;

type Row = { ranking: number | null; size: number; place: number; id: number; key: number };

/** One page of a list ordered by score. An order that is no longer kept is read as it is now. */
export async function rankedIds(of: SiblingsOf): Promise<SiblingIds> {
  const cursor = decodeCursor(of.cursor, cursorShape);
  const place = decodeCursor(of.cursor, placeShape);
  if (!cursor) return place ? idsAfter(of, place) : firstPage(of);
  return (await nextPage(of, cursor)) ?? idsAfter(of, [cursor[2], cursor[3]]);
}

/** Which list an order belongs to; a cursor of one list is worth nothing for another. */
function nameOf({ parentId, stance, sort, cited }: SiblingsOf): string {
  return [parentId ?? "root", stance ?? "both", sort, cited ? "cited" : "all"].join(":");
}

/** One statement: finds a fresh order or, when the list goes on, keeps one; small lists keep none. */
async function firstPage(of: SiblingsOf): Promise<SiblingIds> {
  const { key } = orders[of.sort];
  const { debateId, limit } = of;
  const list = nameOf(of);
  const rows = await db.$queryRaw<Row[]>`
    WITH recent AS MATERIALIZED (
      SELECT id, ids FROM rankings
      WHERE debate_id = ${debateId} AND list = ${list}
        AND created_at > now() - make_interval(secs => ${freshSeconds}::int)
        ${of.cited ? Prisma.empty : knowsNewest(of)}
      ORDER BY created_at DESC, id DESC LIMIT 1
    ), best AS MATERIALIZED (
      SELECT c.argument_id, row_number() OVER (ORDER BY ${key} DESC, c.argument_id) AS place
      FROM argument_counts c
      WHERE ${liveSiblings(of)} AND NOT EXISTS (SELECT FROM recent)
      ORDER BY ${key} DESC, c.argument_id LIMIT ${ranked}
    ), made AS (
      INSERT INTO rankings (debate_id, list, ids)
      SELECT ${debateId}::int, ${list}::text, array_agg(argument_id ORDER BY place) FROM best
      HAVING count(*) > ${limit}
      RETURNING id, ids
    ), kept AS (SELECT id, ids FROM recent UNION ALL SELECT id, ids FROM made), shown AS (
      SELECT kept.id AS ranking, cardinality(kept.ids) AS size, one.id, one.place
      FROM kept, unnest(kept.ids[1:${limit + spare}]) WITH ORDINALITY AS one (id, place)
      UNION ALL
      SELECT NULL, 0, best.argument_id, best.place FROM best WHERE NOT EXISTS (SELECT FROM kept)
    )
    SELECT shown.ranking, shown.size, shown.place::int AS place, shown.id, ${key}::float8 AS key
    FROM shown JOIN argument_counts c ON c.argument_id = shown.id AND ${liveSiblings(of)}
    ORDER BY shown.place LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const goesOn = rows.length > limit || (last !== undefined && last.size > limit + spare);
  const nextCursor =
    goesOn && last?.ranking ? encodeCursor([last.ranking, last.place, last.key, last.id]) : null;
  return { ids: page.map((row) => row.id), nextCursor };
}

/** A fresh order misses nothing that was just posted: then another one is made. */
function knowsNewest(of: SiblingsOf): Prisma.Sql {
  return Prisma.sql`AND (cardinality(ids) >= ${ranked} OR coalesce((
    SELECT c.argument_id FROM argument_counts c WHERE ${liveSiblings(of)}
    ORDER BY c.argument_id DESC LIMIT 1) = ANY (ids), true))`;
}

/** The page after a cursor; null when its order is no longer kept. */
async function nextPage(of: SiblingsOf, cursor: Cursor): Promise<SiblingIds | null> {
  const [ranking, passed, , lastId] = cursor;
  const { debateId, limit } = of;
  const upTo = passed + limit + spare;
  const [kept] = await db.$queryRaw<{ size: number; ids: number[] }[]>`
    SELECT cardinality(ids) AS size, ids[${passed + 1}:${upTo}] AS ids
    FROM rankings WHERE debate_id = ${debateId} AND id = ${ranking} AND list = ${nameOf(of)}`;
  if (!kept) return null;
  const live = await placesOf(of, kept.ids);
  const page = live.slice(0, limit + 1).map(({ at, ...row }) => ({ ...row, place: passed + at }));
  const ended = passed + kept.ids.length >= kept.size;
  if (page.length <= limit && ended) {
    const from = passed > kept.size ? lastId : 0;
    const further = await unranked(of, ranking, from, limit + 1 - page.length);
    page.push(...further.map((row) => ({ ...row, place: kept.size + 1 })));
  }
  const shown = page.slice(0, limit);
  const last = shown.at(-1) ?? { place: upTo, key: cursor[2], id: lastId };
  // A page can be short when a hundred were archived at once; then the next one begins behind them.
  const place = page.length <= limit && !ended ? upTo : last.place;
  const goesOn = page.length > limit || !ended;
  return {
    ids: shown.map((row) => row.id),
    nextCursor: goesOn ? encodeCursor([ranking, place, last.key, last.id]) : null,
  };
}

type Placed = { id: number; key: number; at: number };

/** Those of these arguments that are still in the list, each with its place among them from 1. */
async function placesOf(of: SiblingsOf, ids: readonly number[]): Promise<Placed[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ id: number; key: number }[]>`
    SELECT c.argument_id AS id, ${orders[of.sort].key}::float8 AS key
    FROM argument_counts c WHERE ${liveSiblings(of)} AND c.argument_id = ANY (${[...ids]}::int[])`;
  const keys = new Map(rows.map((row) => [row.id, row.key]));
  return ids.flatMap((id, index) => {
    const key = keys.get(id);
    return key === undefined ? [] : [{ id, key, at: index + 1 }];
  });
}

/** What a kept order does not hold, by id. */
function unranked(
  of: SiblingsOf,
  ranking: number,
  from: number,
  limit: number,
): Promise<{ id: number; key: number }[]> {
  return db.$queryRaw`
    SELECT c.argument_id AS id, ${orders[of.sort].key}::float8 AS key
    FROM argument_counts c
    WHERE ${liveSiblings(of)} AND c.argument_id > ${from} AND NOT EXISTS (
      SELECT FROM rankings r, unnest(r.ids) AS one (id)
      WHERE r.debate_id = ${of.debateId} AND r.id = ${ranking} AND one.id = c.argument_id)
    ORDER BY c.argument_id LIMIT ${limit}`;
}
