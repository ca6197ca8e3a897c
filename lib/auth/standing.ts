import "server-only";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";

/**
 * Inside a write's transaction: the account is still active, and the browser still signed in or the
 * token not revoked, so that a sign-out or a ban stops writes at once.
 *
 * @throws DomainError ACCOUNT_DISABLED, SIGN_IN_REQUIRED or TOKEN_INVALID
 */
export async function assertStanding(tx: Transaction, actor: Actor): Promise<void> {
  // Shared lock: a write that met an erasure or a ban waits for it, and then sees it.
  const [user] = await tx.$queryRaw<{ active: boolean }[]>`
    SELECT status = 'ACTIVE' AS active FROM users WHERE id = ${actor.id} FOR SHARE`;
  if (!user?.active) throw new DomainError("ACCOUNT_DISABLED");
  if (actor.tokenId !== undefined) await assertToken(tx, actor.tokenId);
  if (actor.sessionId === undefined) return;
  const session = await tx.session.findUnique({
    where: { id: actor.sessionId },
    select: { expiresAt: true },
  });
  if (!session || session.expiresAt <= new Date()) throw new DomainError("SIGN_IN_REQUIRED");
}

async function assertToken(tx: Transaction, id: number): Promise<void> {
  const token = await tx.personalToken.findUnique({ where: { id }, select: { revokedAt: true } });
  if (!token || token.revokedAt !== null) throw new DomainError("TOKEN_INVALID");
}
