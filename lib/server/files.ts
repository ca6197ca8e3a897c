import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import sirv from "sirv";

/** The built files carry their content in their names. */
const named = "/_next/static/";

/**
 * Serves the files that browsers load, compressed when the pages were built.
 * @returns a handler that calls `next` for everything that is no such file
 */
export function openFiles(): (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void {
  return sirv(path.join(process.cwd(), ".next", "counterpoint", "files"), {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, pathname) => {
      const lasting = pathname.startsWith(named);
      response.setHeader(
        "Cache-Control",
        lasting ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate",
      );
    },
  });
}
