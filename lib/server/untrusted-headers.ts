import type { IncomingMessage } from "node:http";

/** Headers by which Next talks to itself: from outside they are always forged. */
const internal = /^x-middleware-/;
/** Headers that only a proxy of the operator's may set. */
const proxied = /^(x-forwarded-.*|forwarded|x-real-ip|x-original-url|x-rewrite-url)$/;

/** Deletes what a reader could use to pretend to be a proxy, or to be Next itself. */
export function dropUntrustedHeaders(request: IncomingMessage, trustProxy: boolean): void {
  const forged = (name: string) => internal.test(name) || (!trustProxy && proxied.test(name));
  for (const name of Object.keys(request.headers)) {
    if (forged(name)) delete request.headers[name];
  }
  const kept: string[] = [];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const [name = "", value = ""] = request.rawHeaders.slice(index, index + 2);
    if (!forged(name.toLowerCase())) kept.push(name, value);
  }
  request.rawHeaders = kept;
}
