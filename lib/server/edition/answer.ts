import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzip } from "node:zlib";
import { keptAddress, type KeptAddress } from "./address";
import type { KeptPage } from "./kept-pages";

const known = new Map<string, KeptAddress | null>();
const mostKnown = 5000;

/** Reading an address costs more than answering it: the newest are remembered. */
function remembered(url: string): KeptAddress | null {
  const before = known.get(url);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const address = keptAddress(url);
  known.set(url, address);
  return address;
}

/** The address of a kept page when this request may be answered with one. */
export function asksForKeptPage({
  method,
  url = "/",
  headers,
}: IncomingMessage): KeptAddress | null {
  if (method !== "GET" && method !== "HEAD") return null;
  // Somebody signed in, a form that was refused, a program, or the framework's own requests.
  if (/session-token|flash/i.test(headers.cookie ?? "") || headers.authorization) return null;
  if (headers.rsc !== undefined) return null;
  for (const name in headers) if (name.startsWith("next-")) return null;
  return remembered(url);
}

type Encoding = "br" | "gzip" | "identity";

const refuses = (name: string) => new RegExp(`(^|[,\\s])${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`);
const coding = {
  br: { named: /(^|[,\s])br\b/, refused: refuses("br") },
  gzip: { named: /(^|[,\s])gzip\b/, refused: refuses("gzip") },
};

function encodingFor(header: string | string[] | undefined): Encoding {
  const accepted = String(header ?? "").toLowerCase();
  for (const name of ["br", "gzip"] as const) {
    if (coding[name].named.test(accepted) && !coding[name].refused.test(accepted)) return name;
  }
  return "identity";
}

/** Sends a kept page: the compressed bytes as they are, or 304 when the reader has them. */
export function sendKeptPage(
  page: KeptPage,
  request: IncomingMessage,
  response: ServerResponse,
  extra: Record<string, string> = {},
): void {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const etag = `"${page.etag}-${encoding}"`;
  const headers: Record<string, string> = {
    ...page.headers,
    ...extra,
    "cache-control": "no-cache",
    vary: "Cookie, Accept-Encoding",
    etag,
  };
  if (knows(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
  } else if (encoding === "identity") {
    // Rare: kept compressed only, so that memory holds each page twice and not three times.
    gunzip(page.gzip, (error, body) => (error ? response.destroy() : send(body)));
  } else {
    headers["content-encoding"] = encoding;
    send(encoding === "br" ? page.brotli : page.gzip);
  }

  function send(body: Buffer): void {
    headers["content-length"] = String(body.length);
    response.writeHead(200, headers);
    response.end(request.method === "HEAD" ? undefined : body);
  }
}

function knows(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
