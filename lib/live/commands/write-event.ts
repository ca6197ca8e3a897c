import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { publicId } from "@/lib/shared/ids";
import { summarise, type KeptCounts } from "@/lib/voting/rules";
import type { Stance } from "@/lib/arguments/vocabulary";
import type { Touched } from "../gathering";
import type { Attempt } from "../relay";
import { changeInterval, type Change } from "../schema";

/** Names the advisory locks of event writers among all others; the second half is the debate. */
const lockClass = 776_001;

/**
 * Writes what happened in a debate as one event, with the numbers as they are now. Writers of one
 * debate queue on a lock, so that ids become visible in their order and numbers never go back.
 *
 * @returns `written: false` when another instance wrote an event less than 250 ms ago
 */
export async function writeEvent(debateId: number, touched: Touched): Promise<Attempt> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lockClass}::int, ${debateId}::int)`;
    const [last] = await tx.$queryRaw<{ age: number }[]>`
      SELECT (extract(epoch FROM clock_timestamp() - at) * 1000)::float8 AS age
      FROM live_events WHERE debate_id = ${debateId} ORDER BY id DESC LIMIT 1`;
    if (last && last.age < changeInterval) {
      return { written: false, waitMilliseconds: changeInterval - Math.max(0, last.age) + 1 };
    }
    // Marks the beginning: who began to listen before the first event can resume from there.
    if (!last) await insert(tx, debateId, {});
    await insert(tx, debateId, await readChange(tx, debateId, touched));
    return { written: true };
  });
}

async function insert(tx: Transaction, debateId: number, payload: Change | object): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO live_events (debate_id, at, payload)
    VALUES (${debateId}, clock_timestamp(), ${JSON.stringify(payload)}::jsonb)`;
}

type Row = KeptCounts & {
  id: number;
  parentId: number | null;
  stance: Stance;
  path: number[];
  title: string;
  status: "LIVE" | "ARCHIVED";
  version: number;
  comments: number;
  locked: boolean;
};

async function readChange(tx: Transaction, debateId: number, touched: Touched): Promise<Change> {
  const argumentIds = [...touched.keys()].filter((id) => id !== null);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.parent_id AS "parentId", a.stance, a.path, a.title, a.status, a.version,
           is_thread_locked(a.debate_id, a.path) AS locked,
           c.comments, c.vote_count AS "voteCount", c.vote_sum AS "voteSum",
           c.n0, c.n1, c.n2, c.n3, c.n4, c.lower_bound AS "lowerBound"
    FROM arguments a
    JOIN argument_counts c ON c.debate_id = a.debate_id AND c.argument_id = a.id
    WHERE a.debate_id = ${debateId} AND a.id = ANY(${argumentIds}::int[])
    ORDER BY a.id`;
  const counts = await tx.debateCounts.findUnique({
    where: { debateId },
    select: { arguments: true, comments: true, people: true },
  });
  const change: Change = { counts: counts ?? { arguments: 0, comments: 0, people: 0 } };
  if (touched.has(null)) change.debate = await readLife(tx, debateId);
  for (const row of rows) describe(change, debateId, row, touched.get(row.id)!);
  return change;
}

function readLife(tx: Transaction, id: number): Promise<NonNullable<Change["debate"]>> {
  const select = { status: true, locked: true, slowMinutes: true };
  return tx.debate.findUniqueOrThrow({ where: { id }, select });
}

/** Adds to the change what is true of one argument that something happened to. */
function describe(
  change: Change,
  debateId: number,
  row: Row,
  whats: NonNullable<ReturnType<Touched["get"]>>,
): void {
  const id = publicId({ debateId, id: row.id });
  const { title, version, stance, parentId } = row;
  if (row.status === "ARCHIVED") {
    if (whats.has("ARCHIVED")) (change.archived ??= []).push(id);
  } else if (whats.has("ADDED") || whats.has("RESTORED")) {
    const parent = parentId === null ? null : publicId({ debateId, id: parentId });
    const number = row.path.join(".");
    (change.added ??= []).push({ id, parentId: parent, stance, number, title });
  } else if (whats.has("EDITED")) {
    (change.edited ??= []).push({ id, version, title });
  }
  if (whats.has("LOCKED")) (change.threads ??= []).push({ id, locked: row.locked });
  if (whats.has("VOTED")) {
    const { count, mean, histogram } = summarise(row);
    (change.votes ??= []).push({ id, count, mean, histogram });
  }
  if (whats.has("COMMENTED") || whats.has("COMMENT_DELETED") || whats.has("COMMENT_CHANGED")) {
    (change.comments ??= []).push({ id, count: row.comments });
  }
}
