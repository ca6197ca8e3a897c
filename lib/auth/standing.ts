import "server-only";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";

/**
 * Inside a write's transaction: the account is still active, and its browser still signed in or its
 * token not revoked, so that a sign-out or a ban stops writes at once. The same question as
 * `may_write` in the migration `posts`.
 *
 * @throws DomainError ACCOUNT_DISABLED, SIGN_IN_REQUIRED or TOKEN_INVALID
 */
export async function assertStanding(tx: Transaction, actor: Actor): Promise<void> {
  // Shared lock: a write that met an erasure or a ban waits for it, and then sees it.
  const [user] = await tx.$queryRaw<{ active: boolean }[]>`
    SELECT status = 'ACTIVE' AS active FROM users WHERE id = ${actor.id} FOR SHARE`;
  if (!user?.active) throw new DomainError("ACCOUNT_DISABLED");
  if (actor.tokenId !== undefined) await assertToken(tx, actor.tokenId, actor.id);
  if (actor.sessionId === undefined) return;
  const session = await tx.session.findUnique({
    where: { id: actor.sessionId },
    select: { userId: true, expiresAt: true },
  });
  if (session?.userId !== actor.id || session.expiresAt <= new Date())
    throw new DomainError("SIGN_IN_REQUIRED");
}

async function assertToken(tx: Transaction, id: number, userId: number): Promise<void> {
  const token = await tx.personalToken.findUnique({
    where: { id, userId },
    select: { revokedAt: true },
  });
  if (!token || token.revokedAt !== null) throw new DomainError("TOKEN_INVALID");
}
