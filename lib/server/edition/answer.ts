import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzip } from "node:zlib";
import type { KeptPage } from "./kept-pages";
import type { AskedPage, Encoding } from "./request";

const strictTransport = ["strict-transport-security", "max-age=31536000; includeSubDomains"];

/** The heads of a page's answers, made once: names and values in turn. */
type Heads = Record<Encoding, { etag: string; whole: string[]; unchanged: string[] }>;

const made = new WeakMap<KeptPage, Heads>();

function headsOf(page: KeptPage): Heads {
  const before = made.get(page);
  if (before) return before;
  const head = (encoding: Encoding, length?: number) => {
    const etag = `"${page.etag}-${encoding}"`;
    const unchanged = Object.entries({
      ...page.headers,
      "cache-control": "no-cache",
      vary: "Cookie, Accept-Encoding",
      etag,
    }).flat();
    const whole = [...unchanged];
    if (encoding !== "identity") whole.push("content-encoding", encoding);
    if (length !== undefined) whole.push("content-length", String(length));
    return { etag, whole, unchanged };
  };
  const heads: Heads = {
    br: head("br", page.brotli.length),
    gzip: head("gzip", page.gzip.length),
    identity: head("identity"),
  };
  made.set(page, heads);
  return heads;
}

/**
 * Sends a kept page: the compressed bytes as they are, or 304 when the reader has them.
 * @param secure whether the reader is known to come over TLS
 */
export function sendKeptPage(
  page: KeptPage,
  asked: AskedPage,
  request: IncomingMessage,
  response: ServerResponse,
  secure: boolean,
): void {
  const { encoding, known } = asked;
  const { etag, whole, unchanged } = headsOf(page)[encoding];
  const extra = (head: string[]) => (secure ? [...head, ...strictTransport] : head);
  if (known !== "" && knows(known, etag)) {
    response.writeHead(304, extra(unchanged));
    response.end();
    return;
  }
  const body = encoding === "br" ? page.brotli : page.gzip;
  if (encoding === "identity") {
    // Rare: kept compressed only, so that memory holds each page twice and not three times.
    gunzip(body, (error, plain) => {
      if (error) return response.destroy();
      response.writeHead(200, extra([...whole, "content-length", String(plain.length)]));
      response.end(request.method === "HEAD" ? undefined : plain);
    });
    return;
  }
  response.writeHead(200, extra(whole));
  response.end(request.method === "HEAD" ? undefined : body);
}

function knows(header: string, etag: string): boolean {
  return header.split(",").some((one) => {
    const tag = one.trim().replace(/^W\//, "");
    return tag === etag || tag === "*";
  });
}
