import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { writePrepared } from "@/lib/db/prepared";
import { jobs } from "@/lib/jobs/registry";
import { tellOfExport } from "@/lib/notifications/commands/tell";
import type { ExportFormat } from "../schema";
import { mostPrepared, preparedDays } from "../vocabulary";

/** One attempt at writing a prepared file. What it writes counts only while it is the last one. */
export type Attempt = {
  exportId: string;
  attempt: number;
  format: ExportFormat;
  debate: { id: number; slug: string };
};

/** Another attempt was begun meanwhile, or the file is not wanted any more. */
export class AttemptOver extends Error {}

/** Takes away what an earlier attempt left. @returns null when there is nothing to do any more */
export async function beginAttempt(exportId: string): Promise<Attempt | null> {
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<
      { attempt: number; format: ExportFormat; debateId: number; slug: string }[]
    >`
      UPDATE prepared_exports x
      SET state = 'RUNNING', attempt = x.attempt + 1, done = 0, total = 0, bytes = 0,
          outdated = false, updated_at = now()
      FROM debates d
      WHERE x.id = ${exportId}::uuid AND x.state IN ('WAITING', 'RUNNING') AND d.id = x.debate_id
      RETURNING x.attempt, x.format, x.debate_id AS "debateId", d.slug`;
    if (!row) return null;
    await tx.exportPiece.deleteMany({ where: { exportId } });
    const { attempt, format, debateId, slug } = row;
    return { exportId, attempt, format, debate: { id: debateId, slug } };
  });
}

const isMine = ({ exportId, attempt }: Attempt) => Prisma.sql`
  id = ${exportId}::uuid AND state = 'RUNNING' AND attempt = ${attempt}`;

type Progress = { done: number; total: number };

// Prisma would keep the bytes of many pieces with the plans of its statements.
const keptPiece = `
  WITH mine AS (
    UPDATE prepared_exports
    SET done = $5, total = $6, bytes = bytes + octet_length($4::bytea), updated_at = now()
    WHERE id = $1::uuid AND state = 'RUNNING' AND attempt = $2 RETURNING id)
  INSERT INTO export_pieces (export_id, number, bytes) SELECT id, $3::int, $4::bytea FROM mine
  RETURNING number`;

/** Writes one piece, and how far the file is; one statement. @throws AttemptOver */
export async function keepPiece(
  { exportId, attempt }: Attempt,
  { number, bytes }: { number: number; bytes: Uint8Array },
  { done, total }: Progress,
): Promise<void> {
  const values = [exportId, attempt, number, Buffer.from(bytes), done, total];
  const kept = await writePrepared("piece of an export", keptPiece, values);
  if (kept.length === 0) throw new AttemptOver();
}

/**
 * The file is whole: its person is told, and older ones make room for it.
 *
 * @param logEntries how many entries the log of moderation had in the snapshot
 * @throws AttemptOver
 */
export async function finishAttempt(
  attempt: Attempt,
  logEntries: number,
  { done, total }: Progress,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const [mine] = await tx.$queryRaw<{ ownerId: number }[]>`
      UPDATE prepared_exports
      SET state = 'READY', log_entries = ${logEntries}, done = ${done}, total = ${total},
          updated_at = now(), finished_at = now(), expires_at = now() + make_interval(days => ${preparedDays})
      WHERE ${isMine(attempt)} RETURNING owner_id AS "ownerId"`;
    if (!mine) throw new AttemptOver();
    await makeRoom(tx, mine.ownerId);
    await tellOfExport(tx, attempt.exportId);
  });
}

/** A person keeps the newest file of each debate and format, and not too many of them. */
async function makeRoom(tx: Transaction, ownerId: number): Promise<void> {
  await tx.$executeRaw`
    WITH kept AS (
      SELECT id, row_number() OVER same > 1 OR row_number() OVER every > ${mostPrepared} AS older
      FROM prepared_exports
      WHERE owner_id = ${ownerId} AND state = 'READY' AND expires_at > now()
      WINDOW same AS (PARTITION BY debate_id, format ORDER BY finished_at DESC, id),
             every AS (ORDER BY finished_at DESC, id)),
    ended AS (
      UPDATE prepared_exports x SET expires_at = now()
      FROM kept WHERE kept.id = x.id AND kept.older RETURNING x.id)
    DELETE FROM export_pieces p USING ended WHERE p.export_id = ended.id`;
}

/** It did not work out: it waits for its next attempt, or was the last one and its person is told. */
export async function failAttempt(attempt: Attempt): Promise<void> {
  if (attempt.attempt > jobs.export.retryLimit) return giveUp(isMine(attempt));
  await db.$executeRaw`
    UPDATE prepared_exports SET state = 'WAITING', updated_at = now() WHERE ${isMine(attempt)}`;
}

/** Fails what the condition on `prepared_exports` names for good. */
export async function giveUp(which: Prisma.Sql): Promise<void> {
  await db.$transaction((tx) => giveUpIn(tx, which));
}

/** The same, as a part of something bigger. */
export async function giveUpIn(tx: Transaction, which: Prisma.Sql): Promise<void> {
  const failed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE prepared_exports
    SET state = 'FAILED', updated_at = now(), finished_at = now(),
        expires_at = now() + make_interval(days => ${preparedDays})
    WHERE ${which} RETURNING id`;
  await tx.exportPiece.deleteMany({ where: { exportId: { in: failed.map(({ id }) => id) } } });
  for (const { id } of failed) await tellOfExport(tx, id);
}
