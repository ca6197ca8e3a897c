import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { siteUrl } from "@/lib/env";
import { authSecret, overTls } from "./cookie";
import { authOptions } from "./options";

type Fields = Record<string, string>;
type Call = {
  method: "GET" | "POST";
  segments: string[];
  query?: Fields;
  cookies?: Fields;
  body?: Fields;
};

/**
 * Runs one of next-auth's own steps on a plain Request and gives back a plain Response, so that it
 * works the same in Next, in a test, and behind a handler of ours.
 */
export async function callNextAuth(request: Request, call: Call): Promise<Response> {
  // next-auth knows the site's address by this variable alone.
  process.env.NEXTAUTH_URL ??= siteUrl();
  const collected = new CollectedAnswer();
  const incoming = {
    method: call.method,
    query: { ...call.query, nextauth: call.segments },
    cookies: { ...cookiesOf(request), ...call.cookies },
    headers: Object.fromEntries(request.headers),
    body: call.body ?? {},
  };
  await (NextAuth(
    incoming as unknown as NextApiRequest,
    collected as unknown as NextApiResponse,
    authOptions(request.headers),
  ) as Promise<unknown>);
  return collected.response();
}

/** Begins signing in with a provider; our own handler has checked where the form came from. */
export function beginSignIn(
  request: Request,
  provider: string,
  callbackUrl: string,
): Promise<Response> {
  const csrfToken = randomBytes(32).toString("hex");
  const proof = createHash("sha256")
    .update(csrfToken + authSecret())
    .digest("hex");
  const name = `${overTls() ? "__Host-" : ""}next-auth.csrf-token`;
  return callNextAuth(request, {
    method: "POST",
    segments: ["signin", provider],
    cookies: { [name]: `${csrfToken}|${proof}` },
    body: { csrfToken, callbackUrl },
  });
}

function cookiesOf(request: Request): Fields {
  const cookies: Fields = {};
  for (const part of request.headers.get("cookie")?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at > 0) cookies[part.slice(0, at).trim()] = decodeCookie(part.slice(at + 1).trim());
  }
  return cookies;
}

function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The part of a Node response that next-auth writes to. */
class CollectedAnswer {
  private readonly headers = new Headers({ "Cache-Control": "no-store" });
  private cookies: string[] = [];
  private code = 200;
  private body: string | null = null;

  status(code: number): this {
    this.code = code;
    return this;
  }

  getHeader(name: string): string[] | string | undefined {
    return name.toLowerCase() === "set-cookie"
      ? this.cookies
      : (this.headers.get(name) ?? undefined);
  }

  setHeader(name: string, value: string | string[]): this {
    if (name.toLowerCase() === "set-cookie") this.cookies = [value].flat();
    else this.headers.set(name, String(value));
    return this;
  }

  json(value: unknown): void {
    this.headers.set("Content-Type", "application/json");
    this.body = JSON.stringify(value);
  }

  send(value: unknown): void {
    if (typeof value === "string") this.body = value;
    else if (value !== undefined) this.json(value);
  }

  end(): void {
    this.body ??= null;
  }

  response(): Response {
    for (const cookie of this.cookies) this.headers.append("Set-Cookie", cookie);
    return new Response(this.body, { status: this.code, headers: this.headers });
  }
}
