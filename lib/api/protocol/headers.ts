import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../context";

/** What a page of another site may read of an answer, besides the body. */
const exposed = [
  "ETag",
  "Location",
  "Retry-After",
  "RateLimit",
  "RateLimit-Policy",
  "RateLimit-Limit",
  "RateLimit-Remaining",
  "RateLimit-Reset",
].join(", ");

/** The methods that only read. */
export function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

/**
 * Reads allow other origins, never with cookies. A read may be kept if it is asked for again each
 * time; what a person sees is kept by nobody else; the answer to a write by nobody at all.
 */
export const standingHeaders: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const reads = isRead(c.req.method);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Vary", "Authorization, Cookie");
  c.header("Cache-Control", reads ? "no-cache" : "no-store");
  if (reads) {
    c.header("Access-Control-Allow-Origin", "*");
    c.header("Access-Control-Expose-Headers", exposed);
  }
  return next();
};

/** Answers a browser that asks what a page of another site may do: read, without cookies. */
export const preflight: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (c.req.method !== "OPTIONS") return next();
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Access-Control-Allow-Methods", "GET, HEAD");
  c.header("Access-Control-Allow-Headers", "Authorization, If-None-Match, Last-Event-ID");
  c.header("Access-Control-Max-Age", "86400");
  return c.body(null, 204);
};
