import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { keptAddress, type KeptAddress } from "./address";
import type { KeptPage } from "./kept-pages";

const unzip = promisify(gunzip);

/** The address of a kept page when this request may be answered with one. */
export function asksForKeptPage({
  method,
  url = "/",
  headers,
}: IncomingMessage): KeptAddress | null {
  if (method !== "GET" && method !== "HEAD") return null;
  // Somebody signed in, a form that was refused, a program, or the framework's own requests.
  if (/session-token|flash/i.test(headers.cookie ?? "") || headers.authorization) return null;
  if (Object.keys(headers).some((name) => name === "rsc" || name.startsWith("next-"))) return null;
  return keptAddress(url);
}

type Encoding = "br" | "gzip" | "identity";

function encodingFor(header: string | string[] | undefined): Encoding {
  const accepted = String(header ?? "").toLowerCase();
  const takes = (name: string) =>
    new RegExp(`(^|[,\\s])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted);
  if (takes("br")) return "br";
  return takes("gzip") ? "gzip" : "identity";
}

/** Sends a kept page: the compressed bytes as they are, or 304 when the reader has them. */
export async function sendKeptPage(
  page: KeptPage,
  request: IncomingMessage,
  response: ServerResponse,
  extra: Record<string, string> = {},
): Promise<void> {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const etag = `"${page.etag}-${encoding}"`;
  const headers = {
    ...page.headers,
    ...extra,
    "cache-control": "no-cache",
    vary: "Cookie, Accept-Encoding",
    etag,
  };
  if (knows(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const body =
    encoding === "br" ? page.brotli : encoding === "gzip" ? page.gzip : await unzip(page.gzip);
  response.writeHead(200, {
    ...headers,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    "content-length": String(body.length),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function knows(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
