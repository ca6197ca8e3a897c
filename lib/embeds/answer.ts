import "server-only";
import { missingDocument } from "./document";

/** What a framed page may do: show itself in any frame, with its own style, picture and script. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors *",
].join("; ");

const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "x-robots-tag": "noindex",
};

/** The page, or the one that says that there is none; the same for everybody, without a cookie. */
export function embedAnswer(page: string | null): Response {
  if (page === null) {
    return new Response(missingDocument(), {
      status: 404,
      headers: { ...headers, "cache-control": "no-store" },
    });
  }
  return new Response(page, { headers: { ...headers, "cache-control": "no-cache" } });
}
