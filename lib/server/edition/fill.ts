import { createHash } from "node:crypto";
import http from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { passHeader, type Door } from "../pages/door";
import type { KeptAddress } from "./address";
import type { KeptPage } from "./kept-pages";
import { eventInPage, readersEdition, strictPolicy, tagsInPage } from "./strip";

const compress = promisify(brotliCompress);
const zip = promisify(gzip);

/** Headers of Next's answer that a kept page keeps. */
const kept = [
  "content-type",
  "content-security-policy",
  "x-content-type-options",
  "x-frame-options",
  "referrer-policy",
  "cross-origin-opener-policy",
  "permissions-policy",
] as const;

/**
 * Reads a page from Next with a request made from scratch: nothing of any reader's request but the
 * canonical address reaches it. Only a plain html page without a cookie may be kept.
 *
 * @param door where pages are rendered
 * @param host what readers call this site
 */
export async function fillFromNext(
  address: KeptAddress,
  door: Door,
  host: string,
): Promise<KeptPage | null> {
  const { response, html } = await get(address.key, door, host);
  const type = response.headers["content-type"] ?? "";
  const plain = response.statusCode === 200 && type.startsWith("text/html");
  if (!plain || response.headers["set-cookie"]) return null;
  const body = Buffer.from(readersEdition(html));
  const [brotli, gzipped] = await Promise.all([
    compress(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
    zip(body, { level: 7 }),
  ]);
  const headers: Record<string, string> = {};
  for (const name of kept) {
    const value = response.headers[name];
    if (typeof value === "string") headers[name] = value;
  }
  if (headers["content-security-policy"]) {
    headers["content-security-policy"] = strictPolicy(headers["content-security-policy"]);
  }
  return {
    headers,
    brotli,
    gzip: gzipped,
    etag: createHash("sha256").update(body).digest("base64url").slice(0, 22),
    tags: [...address.tags, ...tagsInPage(html)],
    event: eventInPage(html),
  };
}

type Answer = { response: http.IncomingMessage; html: string };

function get(path: string, { port, own }: Door, host: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const said = { host, accept: "text/html", "accept-encoding": "identity" };
    const headers = { ...said, [passHeader]: own };
    const request = http.get(
      { host: "127.0.0.1", port, path, headers, timeout: 20_000 },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ response, html: Buffer.concat(chunks).toString("utf8") }),
        );
        response.on("error", reject);
      },
    );
    request.on("timeout", () => request.destroy(new Error(`no answer for ${path} in 20 s`)));
    request.on("error", reject);
  });
}
