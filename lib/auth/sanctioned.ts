import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { SanctionKind } from "@/lib/moderation/sanctions";
import { DomainError, type RefusalCode } from "@/lib/shared/errors";

const refusals = {
  SILENCE: "SILENCED",
  SUSPEND: "SUSPENDED",
  BAN: "BANNED",
} as const satisfies Record<SanctionKind, RefusalCode>;

type InForce = { kind: SanctionKind; until: Date | null; entry: number; reason: string };

/**
 * Refuses whom a moderator has sanctioned, while it lasts: until when, why, and which entry of the log
 * can be appealed.
 *
 * @throws DomainError SILENCED, SUSPENDED or BANNED, whichever lasts longest
 */
export async function refuseSanctioned(
  tx: Pick<Transaction, "$queryRaw">,
  userId: number,
  kinds: readonly SanctionKind[],
): Promise<void> {
  const [found] = await tx.$queryRaw<InForce[]>`
    SELECT s.kind, s.until, s.entry_id AS entry, w.public_reason AS reason
    FROM sanctions s JOIN moderation_words w ON w.entry_id = s.entry_id
    WHERE s.user_id = ${userId} AND s.kind = ANY (${[...kinds]}::"ModerationAction"[])
      AND (s.until IS NULL OR s.until > now())
    ORDER BY s.until DESC NULLS FIRST LIMIT 1`;
  if (!found) return;
  const { kind, until, entry, reason } = found;
  throw new DomainError(refusals[kind], {
    params: { until: until?.getTime() ?? 0, entry, reason },
  });
}
