import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Answers 400 to an address whose escapes spell no characters, such as /debates/%E0: no page can
 * bear it, and Next would take it for a fault of ours.
 * @returns true when the request is answered
 */
export function refuseUnreadableAddress(
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (isReadable(request.url ?? "/")) return false;
  response.writeHead(400, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
  });
  response.end("This address cannot be read. Check that the link is complete.\n");
  return true;
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
