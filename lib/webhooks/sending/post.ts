import "server-only";
import { lookup, type LookupAddress } from "node:dns";
import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction, type Socket } from "node:net";
import type { DeliveryNote } from "../vocabulary";
import { hostOf, readWebhookUrl, type Policy } from "./address";
import { isPublicAddress } from "./public-address";

/** How long one attempt may take, in milliseconds. */
const patience = 10_000;
/** How much of an answer is read, and thrown away. */
const mostRead = 16 * 1024;

export type Answer = { status: number | null; note: DeliveryNote };

type Resolve = (host: string) => Promise<LookupAddress[]>;
type Options = Policy & { signal?: AbortSignal; resolve?: Resolve };

const resolveName: Resolve = (host) =>
  new Promise((done, fail) => {
    lookup(host, { all: true }, (error, found) => (error ? fail(error) : done(found)));
  });

/**
 * Posts a body once. The name is resolved here, every address it has is judged, and the connection
 * goes to one of those that were judged: a name that answers differently the second time gains
 * nothing. Redirects are not followed. Never throws: a failure is an answer without a status.
 */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
  { allowPrivate, signal, resolve = resolveName }: Options,
): Promise<Answer> {
  const url = readWebhookUrl(address, { allowPrivate });
  if (!url) return failed("ADDRESS");
  const timeUp = AbortSignal.timeout(patience);
  const cut = signal ? AbortSignal.any([signal, timeUp]) : timeUp;
  try {
    const found = await unlessCut(judgedAddresses(hostOf(url), allowPrivate, resolve), cut);
    if (!found) return failed("ADDRESS");
    return judge(await send(url, headers, body, { found, allowPrivate, signal: cut }));
  } catch (error) {
    return failed(timeUp.aborted || cut.aborted ? "TIMEOUT" : noteOf(error));
  }
}

const failed = (note: DeliveryNote): Answer => ({ status: null, note });

function judge(status: number): Answer {
  if (status >= 200 && status < 300) return { status, note: "" };
  if (status >= 300 && status < 400) return { status, note: "REDIRECT" };
  return { status, note: status === 410 ? "GONE" : "STATUS" };
}

/** @returns null when the name leads nowhere, or to one address that nothing may be sent to. */
async function judgedAddresses(
  host: string,
  allowPrivate: boolean,
  resolve: Resolve,
): Promise<LookupAddress[] | null> {
  const family = isIP(host);
  const found = family ? [{ address: host, family }] : await resolve(host).catch(() => []);
  const mayBe = found.every(({ address }) => allowPrivate || isPublicAddress(address));
  return found.length > 0 && mayBe ? found : null;
}

type Sending = { found: LookupAddress[]; allowPrivate: boolean; signal: AbortSignal };

/** @returns the answer's status, once enough of its body is read. */
function send(
  url: URL,
  headers: Record<string, string>,
  body: string,
  { found, allowPrivate, signal }: Sending,
): Promise<number> {
  const options: RequestOptions = {
    method: "POST",
    headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
    agent: false,
    lookup: pinned(found),
    signal,
  };
  return new Promise((done, fail) => {
    const start = url.protocol === "https:" ? requestHttps : requestHttp;
    const sent = start(url, options, (answer) => {
      drain(answer).then(() => done(answer.statusCode ?? 0), fail);
    });
    sent.on("error", fail);
    sent.on("socket", (socket) => refusePrivate(socket, allowPrivate));
    sent.end(body);
  });
}

/** Answers the socket's question for an address with those that were judged. */
function pinned(found: LookupAddress[]): LookupFunction {
  return (_host, options, answer) => {
    if (options.all) answer(null, found);
    else answer(null, found[0]!.address, found[0]!.family);
  };
}

/** Whatever led there: nothing is sent once the line turns out to end at a private address. */
function refusePrivate(socket: Socket, allowPrivate: boolean): void {
  socket.once("connect", () => {
    if (allowPrivate || isPublicAddress(socket.remoteAddress ?? "")) return;
    socket.destroy(new Error("the line ends at a private address"));
  });
}

function drain(answer: IncomingMessage): Promise<void> {
  return new Promise((done, fail) => {
    let read = 0;
    answer.on("data", (chunk: Buffer) => {
      read += chunk.length;
      if (read > mostRead) {
        done();
        answer.destroy();
      }
    });
    answer.on("end", done);
    answer.on("error", fail);
    answer.on("close", done);
  });
}

function unlessCut<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const cut = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("time is up")), { once: true });
  });
  return Promise.race([work, cut]);
}

function noteOf(error: unknown): DeliveryNote {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /CERT|SSL|TLS|ALTNAME|SELF_SIGNED|UNABLE_TO/.test(code) ? "CERTIFICATE" : "CONNECTION";
}
