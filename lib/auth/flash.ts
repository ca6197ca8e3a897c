import { decode, encode } from "next-auth/jwt";
import { authSecret, readCookie, setCookie } from "./cookie";

/** What a form is told after it was refused: a code, messages by field, and what was typed. */
export type Flash = {
  code: string;
  message: string;
  fieldErrors?: Record<string, string[]>;
  values?: Record<string, string>;
};

const name = "counterpoint.flash";
const seconds = 60;
const salt = "counterpoint flash";

/**
 * A Set-Cookie header that carries a refusal to the form at `path`, encrypted and for a minute, so
 * that nothing typed stands in an address. Long values are left out: a cookie has 4 kB.
 */
export async function flashCookie(path: string, flash: Flash): Promise<string> {
  const values = Object.entries(flash.values ?? {}).filter(([, value]) => value.length <= 400);
  const token = { ...flash, values: Object.fromEntries(values.slice(0, 6)) };
  const sealed = await encode({ token, secret: authSecret(), maxAge: seconds, salt });
  return setCookie(name, sealed, { path, maxAge: seconds });
}

/** The Set-Cookie header that removes it. */
export function forgetFlash(path: string): string {
  return setCookie(name, "", { path, maxAge: 0 });
}

/** @returns what the form at this path is told, or null. */
export async function openFlash(cookieHeader: string | null): Promise<Flash | null> {
  const sealed = readCookie(cookieHeader, name);
  if (!sealed) return null;
  try {
    const token = await decode({ token: sealed, secret: authSecret(), salt });
    return token && typeof token.code === "string" ? (token as unknown as Flash) : null;
  } catch {
    return null;
  }
}
