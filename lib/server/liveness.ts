import type { IncomingMessage, ServerResponse } from "node:http";

/** Says that the process answers, from its first moment on; asks nothing of anybody. */
export function answerLiveness(
  { method, url }: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (url !== "/api/health/live" || (method !== "GET" && method !== "HEAD")) return false;
  response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(method === "HEAD" ? undefined : '{"status":"ok"}');
  return true;
}
