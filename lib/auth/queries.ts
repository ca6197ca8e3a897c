import "server-only";
import { personKinds } from "@/lib/accounts/schema";
import { db } from "@/lib/db/client";
import { scopes, type Scope, type Viewer } from "@/lib/shared/viewer";

const person = {
  id: true,
  handle: true,
  name: true,
  role: true,
  emailVerifiedAt: true,
} as const;

type Person = Pick<Viewer, "id" | "handle" | "name" | "role"> & { emailVerifiedAt: Date | null };

function toViewer({ emailVerifiedAt, ...rest }: Person): Viewer {
  return { ...rest, emailVerified: emailVerifiedAt !== null };
}

const mayAct = { status: "ACTIVE" as const, kind: { in: [...personKinds] } };

/**
 * The person whose browser session this is.
 * @returns null when the session was ended or has expired, or the account may not act.
 */
export async function findSessionViewer(
  sessionId: string,
): Promise<{ viewer: Viewer; lastSeenAt: Date } | null> {
  const session = await db.session.findFirst({
    where: { id: sessionId, expiresAt: { gt: new Date() }, user: mayAct },
    select: { lastSeenAt: true, user: { select: person } },
  });
  if (!session) return null;
  return { viewer: { ...toViewer(session.user), sessionId }, lastSeenAt: session.lastSeenAt };
}

/**
 * The person whose personal token has this hash.
 * @returns null when there is none, it was revoked, or the account may not act.
 */
export async function findTokenViewer(
  tokenHash: string,
): Promise<{ viewer: Viewer; tokenId: number; lastUsedAt: Date | null } | null> {
  const token = await db.personalToken.findFirst({
    where: { tokenHash, revokedAt: null, user: mayAct },
    select: { id: true, scopes: true, lastUsedAt: true, user: { select: person } },
  });
  if (!token) return null;
  const allowed = token.scopes.filter((scope): scope is Scope => scopes.includes(scope as Scope));
  return {
    viewer: { ...toViewer(token.user), scopes: allowed, tokenId: token.id },
    tokenId: token.id,
    lastUsedAt: token.lastUsedAt,
  };
}
