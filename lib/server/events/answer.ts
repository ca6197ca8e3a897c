import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { accepts } from "@/lib/api/protocol/described";
import { clientNetwork } from "@/lib/accounts/client-address";
import type { Listener } from "@/lib/live/channel";
import type { Hub } from "@/lib/live/hub";
import { mayListen, type Listening } from "@/lib/live/may-listen";
import { resumeFrom, streamHeaders } from "@/lib/live/wire";
import { log } from "@/lib/observability/log";

const stream = /^\/api\/v1\/debates\/([a-z0-9-]{1,80})\/events(?:\?after=(\d{0,15}))?$/;
const mediaType = ["text/event-stream"];

/**
 * Answers a request for a debate's events with a stream, on the bare socket: the same bytes are
 * written to every reader, without a copy or an object for each. What is refused is left to the
 * API, which words it.
 *
 * @returns true when the request was answered
 */
export async function answerStream(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const match = request.method === "GET" ? stream.exec(request.url ?? "") : null;
  if (!match || !accepts(request.headers.accept, mediaType)) return false;
  const { cookie, authorization } = request.headers;
  const listening = await mayListen(match[1]!, { cookie, authorization });
  const network = networkOf(request);
  const { socket } = response;
  if (!listening || !socket || socket.destroyed) return false;
  if (!hub.doors.enter(network)) return false;
  const after = request.headers["last-event-id"] ?? match[2];
  open(hub, response, socket, { ...listening, network }, resumeFrom(String(after)));
  return true;
}

function open(
  hub: Hub,
  response: ServerResponse,
  socket: Socket,
  { debateId, credential, network }: Listening & { network: string },
  after: number | null,
): void {
  // Ended by closing: no frame of chunked encoding stands between the shared bytes and the socket.
  response.useChunkedEncodingByDefault = false;
  response.removeHeader("Content-Security-Policy");
  response.writeHead(200, { ...streamHeaders, Connection: "close" });
  response.flushHeaders();
  socket.setTimeout(0);
  const listener: Listener = { sink: socket, debateId, credential, network, turn: 0 };
  socket.once("close", () => {
    hub.leave(listener);
    hub.doors.leave(network);
  });
  hub.join(listener, after).catch((error: unknown) => {
    log.warn({ err: error }, "live stream");
    socket.destroy();
  });
}

function networkOf({ headers, socket }: IncomingMessage): string {
  const forwarded = headers["x-forwarded-for"];
  const address = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded) ?? socket.remoteAddress;
  return clientNetwork(new Headers({ "x-forwarded-for": address ?? "" }));
}
