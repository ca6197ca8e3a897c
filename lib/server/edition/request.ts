import type { IncomingMessage } from "node:http";
import { keptAddress, type KeptAddress } from "./address";

export type Encoding = "br" | "gzip" | "identity";

/** What a request for a kept page says that matters for its answer. */
export type AskedPage = {
  address: KeptAddress;
  encoding: Encoding;
  /** If-None-Match, as sent; empty without it. */
  known: string;
  /** X-Forwarded-Proto, as sent; whoever uses it must trust the proxy. */
  proto: string;
};

/**
 * The kept page that this request may be answered with; null when somebody is signed in, a form was
 * refused, a program or the framework itself asks. Reads the headers as they came: making an object
 * of them would cost more than the answer.
 */
export function askedPage({ method, url = "/", rawHeaders }: IncomingMessage): AskedPage | null {
  if (method !== "GET" && method !== "HEAD") return null;
  let accepted = "";
  let known = "";
  let proto = "";
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    const value = rawHeaders[index + 1]!;
    switch (name.length) {
      case 3:
        if (name.toLowerCase() === "rsc") return null;
        break;
      case 6:
        if (name.toLowerCase() === "cookie" && personalCookie.test(value)) return null;
        break;
      case 13:
        if (name.toLowerCase() === "authorization") return null;
        if (name.toLowerCase() === "if-none-match") known += known ? `, ${value}` : value;
        break;
      case 15:
        if (name.toLowerCase() === "accept-encoding") accepted += accepted ? `, ${value}` : value;
        break;
      case 17:
        if (name.toLowerCase() === "x-forwarded-proto") proto = value;
        break;
    }
    if (name.length > 5 && framework.test(name)) return null;
  }
  const address = remembered(addresses, url, keptAddress);
  return (
    address && { address, encoding: remembered(encodings, accepted, encodingFor), known, proto }
  );
}

/** Somebody is signed in, or was just refused. */
const personalCookie = /session-token|flash/i;
/** Headers of the framework's own requests. */
const framework = /^next-/i;

const addresses = new Map<string, KeptAddress | null>();
const encodings = new Map<string, Encoding>();
const mostRemembered = 5000;

/** Reading an address or a header costs more than answering it: the newest are remembered. */
function remembered<T>(known: Map<string, T>, text: string, read: (text: string) => T): T {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostRemembered) known.clear();
  const value = read(text);
  known.set(text, value);
  return value;
}

const refuses = (name: string) => new RegExp(`(^|[,\\s])${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`);
const coding = {
  br: { named: /(^|[,\s])br\b/, refused: refuses("br") },
  gzip: { named: /(^|[,\s])gzip\b/, refused: refuses("gzip") },
};

function encodingFor(header: string): Encoding {
  const accepted = header.toLowerCase();
  for (const name of ["br", "gzip"] as const) {
    if (coding[name].named.test(accepted) && !coding[name].refused.test(accepted)) return name;
  }
  return "identity";
}
