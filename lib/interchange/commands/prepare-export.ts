import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands/enqueue";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { exportableDebate } from "../queries/snapshot";
import { canPrepareExport } from "../rules";
import type { PrepareExportInput } from "../schema";

/**
 * Has a debate's file prepared in the background. While one is under way, whoever asks again for
 * the same gets the same.
 *
 * @throws DomainError NOT_FOUND, TOO_MANY_REQUESTS, or the refusal of `canPrepareExport`
 */
export async function prepareExport(
  actor: Actor,
  { debate: slug, format }: PrepareExportInput,
): Promise<{ id: string; debate: string }> {
  assertGranted(canPrepareExport(actor));
  await limit("exports", actor.id);
  const debate = await exportableDebate(slug, actor);
  if (!debate) throw new DomainError("NOT_FOUND");
  return db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    // The update changes nothing: it makes the statement answer with the row that was there.
    const [row] = await tx.$queryRaw<[{ id: string; made: boolean }]>`
      INSERT INTO prepared_exports (owner_id, debate_id, format)
      VALUES (${actor.id}, ${debate.id}, ${format})
      ON CONFLICT (owner_id, debate_id, format) WHERE state IN ('WAITING', 'RUNNING')
        DO UPDATE SET format = prepared_exports.format
      RETURNING id, xmax = 0 AS made`;
    if (row.made) await enqueue("export", { exportId: row.id }, { tx, key: row.id });
    return { id: row.id, debate: slug };
  });
}
