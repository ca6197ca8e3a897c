import type { IncomingMessage, ServerResponse } from "node:http";

const least = {
  "Content-Security-Policy":
    "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/** What other sites may show in a frame; its own policy says so (lib/embeds/answer). */
const framed = /^\/embed\/(debates|arguments)\/[^/?]+(\?|$)/;

/**
 * What an answer forbids the browser unless it says otherwise. Pages replace it by the headers of
 * next.config.js; refusals and redirects that those do not reach keep it.
 */
export function setLeastHeaders(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(least)) response.setHeader(name, value);
  if (!framed.test(request.url ?? "")) return;
  // Next adds a handler's policy to one that is there, and both would count.
  response.removeHeader("Content-Security-Policy");
  response.removeHeader("X-Frame-Options");
}
