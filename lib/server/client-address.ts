import type { IncomingMessage } from "node:http";

const name = "x-forwarded-for";

/**
 * Names the machine that a request came from, as Next does for the pages: unless a trusted proxy
 * has, the connection's own address. Called after untrusted headers were dropped.
 */
export function nameClientAddress(request: IncomingMessage): void {
  if (request.headers[name]) return;
  const address = request.socket.remoteAddress ?? "";
  request.headers[name] = address;
  request.rawHeaders.push(name, address);
}
