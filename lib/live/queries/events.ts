import "server-only";
import { db } from "@/lib/db/client";
import { readPrepared } from "@/lib/db/prepared";

/** An event as it is stored; `payload` is JSON text in one line. */
export type StoredEvent = { debateId: number; id: number; payload: string };

/** The id of a debate's last event; 0 when nothing has happened in it yet. */
export async function newestEvent(debateId: number): Promise<number> {
  const [row] = await readPrepared<{ id: number }>(
    "newest event",
    "SELECT coalesce(max(id), 0)::float8 AS id FROM live_events WHERE debate_id = $1",
    [debateId],
  );
  return row?.id ?? 0;
}

/** For each debate the events after the one known last, in their order, the oldest 500. */
export async function eventsAfter(
  known: readonly { debateId: number; lastId: number }[],
): Promise<StoredEvent[]> {
  const debates = known.map(({ debateId }) => debateId);
  const ids = known.map(({ lastId }) => lastId);
  return db.$queryRaw<StoredEvent[]>`
    SELECT e.debate_id AS "debateId", e.id::float8 AS id, e.payload::text AS payload
    FROM unnest(${debates}::int[], ${ids}::float8[]) AS known (debate_id, id)
    JOIN live_events e ON e.debate_id = known.debate_id AND e.id > known.id::bigint
    WHERE e.payload <> '{}'::jsonb
    ORDER BY e.debate_id, e.id
    LIMIT 500`;
}

/** Whether every event after this one is still there. */
export async function canResume(debateId: number, lastId: number): Promise<boolean> {
  const [row] = await db.$queryRaw<{ there: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM live_events WHERE debate_id = ${debateId}
        AND (id = ${lastId}::bigint OR (${lastId}::bigint = 0 AND payload = '{}'::jsonb))
    ) OR NOT EXISTS (
      SELECT FROM live_events WHERE debate_id = ${debateId} AND id > ${lastId}::bigint
    ) AS there`;
  return row?.there ?? false;
}
