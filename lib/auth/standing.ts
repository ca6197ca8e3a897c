import "server-only";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { refuseSanctioned } from "./sanctioned";

/**
 * Inside a write's transaction: the account is still active and neither suspended nor banned, and its
 * browser still signed in or its token not revoked, so that a sign-out or a ban stops writes at once.
 *
 * @throws DomainError ACCOUNT_DISABLED, SUSPENDED, BANNED, SIGN_IN_REQUIRED or TOKEN_INVALID
 */
export async function assertStanding(tx: Transaction, actor: Actor): Promise<void> {
  // Shared lock: a write that met an erasure or a ban waits for it, and then sees it.
  const [user] = await tx.$queryRaw<{ active: boolean }[]>`
    SELECT status = 'ACTIVE' AS active FROM users WHERE id = ${actor.id} FOR SHARE`;
  if (!user?.active) throw new DomainError("ACCOUNT_DISABLED");
  await refuseSanctioned(tx, actor.id, ["SUSPEND", "BAN"]);
  if (actor.tokenId !== undefined) await assertToken(tx, actor.tokenId, actor.id);
  if (actor.sessionId === undefined) return;
  const session = await tx.session.findUnique({
    where: { id: actor.sessionId },
    select: { userId: true, expiresAt: true },
  });
  if (session?.userId !== actor.id || session.expiresAt <= new Date())
    throw new DomainError("SIGN_IN_REQUIRED");
}

/**
 * The same for whoever says something: argues, comments, votes, flags or moderates. The same question
 * as `may_write` in the migration `sanctions`.
 *
 * @throws DomainError as `assertStanding`, or SILENCED
 */
export async function assertVoice(tx: Transaction, actor: Actor): Promise<void> {
  await assertStanding(tx, actor);
  await refuseSanctioned(tx, actor.id, ["SILENCE"]);
}

async function assertToken(tx: Transaction, id: number, userId: number): Promise<void> {
  const token = await tx.personalToken.findUnique({
    where: { id, userId },
    select: { revokedAt: true },
  });
  if (!token || token.revokedAt !== null) throw new DomainError("TOKEN_INVALID");
}
