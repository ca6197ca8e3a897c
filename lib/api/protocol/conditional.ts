import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import type { ApiEnv } from "../context";
import { isRead } from "./headers";

/** A strong ETag: equal exactly when the bodies are. */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/**
 * Gives every JSON read an ETag and answers 304 when the caller has this state already. Files to
 * save and streams are passed on as they come: they are not held in memory for it.
 */
export const conditional: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next();
  if (!isRead(c.req.method) || c.res.status !== 200 || !isWhole(c.res)) return;
  if (c.get("viewer")) c.res.headers.set("Cache-Control", "private, no-cache");
  const body = await c.res.text();
  const etag = etagOf(body);
  const headers = new Headers(c.res.headers);
  headers.set("ETag", etag);
  const known = isNamed(c.req.header("if-none-match"), etag);
  if (known) headers.delete("Content-Type");
  replace(c, new Response(known ? null : body, { status: known ? 304 : 200, headers }));
};

function isWhole(response: Response): boolean {
  const type = response.headers.get("content-type") ?? "";
  return type.startsWith("application/json") && !response.headers.has("content-disposition");
}

function replace(c: Context, response: Response): void {
  c.res = undefined; // otherwise Hono merges the old headers into the new ones
  c.res = response;
}

/** Whether If-None-Match names this state; compared weakly, as RFC 9110 says. */
function isNamed(header: string | undefined, etag: string): boolean {
  return tagsOf(header).some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag);
}

/** The entity tags that a header lists. */
export function tagsOf(header: string | undefined): string[] {
  return header?.match(/\*|(?:W\/)?"[^"]*"/g) ?? [];
}
