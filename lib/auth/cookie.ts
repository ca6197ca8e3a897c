import { decode, encode } from "next-auth/jwt";
import { env, siteUrl } from "@/lib/env";

/** How long a browser stays signed in, in seconds: 30 days. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** Cookies travel over TLS only when the site's address says https. */
export function overTls(): boolean {
  return siteUrl().startsWith("https://");
}

/** The name next-auth gives to its session cookie. */
export function sessionCookieName(): string {
  return `${overTls() ? "__Secure-" : ""}next-auth.session-token`;
}

/** The key of every sealed cookie. @throws Error saying what to set when there is none. */
export function authSecret(): string {
  if (!env.NEXTAUTH_SECRET) {
    throw new Error(
      "NEXTAUTH_SECRET is not set. `npm start` makes one; set it yourself otherwise.",
    );
  }
  return env.NEXTAUTH_SECRET;
}

/** The session cookie's value for a session row, encrypted as next-auth does. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: authSecret(), maxAge: sessionSeconds });
}

/** @returns the session row's id, or null when the cookie does not decrypt or has expired. */
export async function unsealSession(cookie: string): Promise<string | null> {
  try {
    const token = await decode({ token: cookie, secret: authSecret() });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}

/** One cookie of a Cookie header; undefined when it is not there. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

type CookieOptions = { path?: string; maxAge: number };

/** A Set-Cookie header: HttpOnly, SameSite=Lax, Secure when the site is served over TLS. */
export function setCookie(
  name: string,
  value: string,
  { path = "/", maxAge }: CookieOptions,
): string {
  const attributes = [
    `${name}=${value}`,
    `Path=${path}`,
    `Max-Age=${maxAge}`,
    "HttpOnly",
    "SameSite=Lax",
  ];
  if (overTls()) attributes.push("Secure");
  return attributes.join("; ");
}

/** The Set-Cookie header that signs this browser in. */
export function sessionCookie(sealed: string): string {
  return setCookie(sessionCookieName(), sealed, { maxAge: sessionSeconds });
}

/** The Set-Cookie header that makes this browser forget its session. */
export function forgetSessionCookie(): string {
  return setCookie(sessionCookieName(), "", { maxAge: 0 });
}
