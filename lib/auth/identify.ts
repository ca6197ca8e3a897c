import "server-only";
import type { Viewer } from "@/lib/shared/viewer";
import { openSession } from "./commands";
import { readCookie, sealSession, sessionCookieName, unsealSession } from "./cookie";
import { findSessionViewer, findTokenViewer } from "./queries";
import { remembered } from "./remembered";
import { hashCode, personalTokenPrefix } from "./secret-code";
import { noteSessionSeen, noteTokenUsed } from "./seen";

const minute = 60_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Who a request to the API acts for: the bearer of a personal token when an Authorization header
 * is there (it then decides alone), the browser's session otherwise. The answer may be five seconds
 * old (`remembered`); every write looks at the session or token again, inside itself.
 *
 * @returns null for an anonymous reader, and for a cookie or token that is worth nothing.
 */
export async function identify(headers: ReadableHeaders): Promise<Viewer | null> {
  const authorization = headers.get("authorization");
  return authorization ? identifyToken(authorization) : identifySession(headers);
}

/** `Headers`, or anything a header can be read from. */
type ReadableHeaders = Pick<Headers, "get">;

/** Who the session cookie of a request stands for. Pages and their actions use this one alone. */
export async function identifySession(headers: ReadableHeaders): Promise<Viewer | null> {
  const cookie = readCookie(headers.get("cookie"), sessionCookieName());
  return cookie ? remembered(cookie, () => findBySession(cookie)) : null;
}

async function findBySession(cookie: string): Promise<Viewer | null> {
  const sessionId = await unsealSession(cookie);
  if (!sessionId || !uuid.test(sessionId)) return null;
  const found = await findSessionViewer(sessionId);
  if (!found) return null;
  if (isOlder(found.seenAt, 10 * minute)) noteSessionSeen(sessionId);
  return found.viewer;
}

async function identifyToken(authorization: string): Promise<Viewer | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (!token?.startsWith(personalTokenPrefix)) return null;
  return remembered(token, () => findByToken(token));
}

async function findByToken(token: string): Promise<Viewer | null> {
  const found = await findTokenViewer(hashCode(token));
  if (!found) return null;
  const { viewer, seenAt } = found;
  if (isOlder(seenAt, minute)) noteTokenUsed(viewer.tokenId!);
  return viewer;
}

function isOlder(time: Date | null, milliseconds: number): boolean {
  return !time || Date.now() - time.getTime() > milliseconds;
}

/**
 * Signs a person in.
 * @returns the session cookie's value (its name: `sessionCookieName()` in lib/auth/cookie).
 */
export async function createSession(userId: number, device: string): Promise<string> {
  return sealSession(await openSession(userId, device));
}
