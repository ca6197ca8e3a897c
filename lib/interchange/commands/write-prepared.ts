import "server-only";
import { inBlocks } from "../pieces";
import { counting, lengthOf } from "../progress";
import { inChunks } from "../queries/export";
import { withSnapshotInBackground } from "../queries/snapshot";
import { pieceSize } from "../vocabulary";
import { writers } from "../writers";
import {
  AttemptOver,
  beginAttempt,
  failAttempt,
  finishAttempt,
  keepPiece,
  type Attempt,
} from "./prepared-attempt";

/**
 * Writes a prepared file from its beginning, piece by piece. A worker that was taken for dead while
 * another began anew stops at its next piece.
 */
export async function writePreparedExport(
  { exportId }: { exportId: string },
  signal: AbortSignal,
): Promise<{ bytes: number } | null> {
  const attempt = await beginAttempt(exportId);
  if (!attempt) return null;
  try {
    return { bytes: await writeFile(attempt, signal) };
  } catch (error) {
    if (error instanceof AttemptOver) return null;
    await failAttempt(attempt);
    throw error;
  }
}

/** @returns the size of the file in bytes */
async function writeFile(attempt: Attempt, signal: AbortSignal): Promise<number> {
  const { write, reads } = writers[attempt.format];
  return withSnapshotInBackground(attempt.debate, async (snapshot) => {
    const total = lengthOf(reads, await snapshot.lengths());
    const { bundle, read } = counting(snapshot);
    let [number, size] = [0, 0];
    for await (const bytes of inBlocks(inChunks(write(bundle)), pieceSize)) {
      signal.throwIfAborted();
      await keepPiece(attempt, { number, bytes }, { done: read(), total });
      number += 1;
      size += bytes.length;
    }
    const logEntries = snapshot.head.moderationLog?.entries ?? 0;
    await finishAttempt(attempt, logEntries, { done: read(), total });
    return size;
  });
}
