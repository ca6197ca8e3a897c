import "server-only";
import { db } from "@/lib/db/client";
import { hashCode } from "@/lib/auth/secret-code";
import { DomainError } from "@/lib/shared/errors";
import type { Scope, Viewer } from "@/lib/shared/viewer";
import type { AccountView, SessionView, TokenView } from "../view";

/** The signed-in person's own account. */
export async function getAccount(viewer: Viewer): Promise<AccountView> {
  const account = await db.user.findUnique({
    where: { id: viewer.id },
    select: {
      handle: true,
      name: true,
      about: true,
      email: true,
      emailVerifiedAt: true,
      role: true,
      passwordHash: true,
      createdAt: true,
      identities: { select: { provider: true }, orderBy: { provider: "asc" } },
    },
  });
  if (!account) throw new DomainError("NOT_FOUND");
  const { passwordHash, emailVerifiedAt, createdAt, identities, ...rest } = account;
  return {
    ...rest,
    emailVerified: emailVerifiedAt !== null,
    hasPassword: passwordHash !== null,
    memberSince: createdAt,
    providers: identities.map(({ provider }) => provider),
  };
}

/** The browsers a person is signed in with, the current one first, then by last use. */
export async function listSessions(viewer: Viewer): Promise<SessionView[]> {
  const rows = await db.session.findMany({
    where: { userId: viewer.id, expiresAt: { gt: new Date() } },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
  const views = rows.map((row) => ({ ...row, current: row.id === viewer.sessionId }));
  return views.sort((a, b) => Number(b.current) - Number(a.current));
}

/** A person's tokens that are still worth something, newest first; never the tokens themselves. */
export async function listTokens(viewer: Viewer): Promise<TokenView[]> {
  const rows = await db.personalToken.findMany({
    where: { userId: viewer.id, revokedAt: null },
    select: { id: true, name: true, scopes: true, createdAt: true, lastUsedAt: true },
    orderBy: { id: "desc" },
  });
  return rows.map((row) => ({ ...row, scopes: row.scopes as Scope[] }));
}

/** Whether a link to set a password can still be used, to say so before anything is typed. */
export async function isPasswordLinkUsable(code: string): Promise<boolean> {
  const link = await db.oneTimeToken.findFirst({
    where: {
      tokenHash: hashCode(code),
      purpose: "SET_PASSWORD",
      usedAt: null,
      expiresAt: { gt: new Date() },
    },
    select: { userId: true },
  });
  return link !== null;
}
