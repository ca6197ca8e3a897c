import type { IncomingMessage, ServerResponse } from "node:http";

/** What one request may carry: 1 MiB. */
export const bodyLimit = 1024 * 1024;

/** Addresses that take a debate's file: 64 MiB, and what a form needs around it. Who may send one is
 * asked there before anything is read. */
const forFiles = new Set(["/api/v1/debates/import", "/debates/import/file"]);
export const fileLimit = 64 * 1024 * 1024 + 64 * 1024;

/** What this request may carry, in bytes. */
export function limitOf({ method, url = "" }: IncomingMessage): number {
  return method === "POST" && forFiles.has(url.split("?")[0]!) ? fileLimit : bodyLimit;
}

/** True when the request announces more than the limit. */
export function announcesTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers["content-length"] ?? 0) > limitOf(request);
}

/** Answers 413, and stops reading soon after: the reader gets the words before the line is cut. */
export function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  if (!response.headersSent) {
    response.writeHead(413, {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      Connection: "close",
    });
    response.end(
      `What you sent is too large: this request may carry at most ${Math.floor(limitOf(request) / 1024 / 1024)} MiB. Nothing was saved.\n`,
    );
  }
  const cut = setTimeout(() => request.destroy(), 1000);
  request.once("close", () => clearTimeout(cut));
  request.resume();
}

/** Calls `onExcess` once when the body turns out larger than the limit; the rest is thrown away. */
export function countBody(request: IncomingMessage, onExcess: () => void): void {
  const push = request.push.bind(request);
  const limit = limitOf(request);
  let received = 0;
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk)) {
      const before = received;
      received += chunk.length;
      if (received > limit) {
        if (before <= limit) onExcess();
        return true;
      }
    }
    // The end of a body that was cut short is no end: who reads it must not take it for whole.
    if (chunk === null && received > limit) return false;
    return push(chunk, encoding);
  };
}
