/** The production web server: node:http in front of Next, with what must stand before it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";
import next from "next";
import { env, siteUrl } from "@/lib/env";
import { answerApi, asksForApi } from "@/lib/server/api";
import { announcesTooMuch, countBody, refuseBody } from "@/lib/server/body-limit";
import { nameClientAddress } from "@/lib/server/client-address";
import { openFiles } from "@/lib/server/files";
import { setLeastHeaders } from "@/lib/server/least-headers";
import { openFront, type Front } from "@/lib/server/edition/front";
import { openEvents, type Events } from "@/lib/server/events/open";
import { keepWorking } from "@/lib/server/background";
import { beginShutdown, shutdownSignal } from "@/lib/server/shutdown";
import { refuseUnreadableAddress } from "@/lib/server/readable-address";
import { dropUntrustedHeaders } from "@/lib/server/untrusted-headers";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const longestGoodbye = 10_000;
/** Below 60 s, proxies would send a request into a connection that is just being closed. */
const patience = { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };

/** Listens on HOST and PORT until SIGTERM or SIGINT; then requests in flight finish first. */
export async function serve(): Promise<void> {
  const app = next({ dev: false, dir: process.cwd(), hostname: env.HOST, port: env.PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const front = await openFront({
    handle,
    databaseUrl: env.DATABASE_URL,
    host: new URL(siteUrl()).host,
    trustProxy: env.TRUST_PROXY,
  });
  const events = openEvents();
  const others = guarded(dispatch(events, front, handle));
  const server = createServer(patience, (request, response) => {
    // A page in memory carries its own headers and trusts none of the request's.
    if (shutdownSignal().aborted || !front.answerNow(request, response)) others(request, response);
  });
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (!announcesTooMuch(request)) response.writeContinue();
    server.emit("request", request, response);
  });
  await listen(server);
  process.send?.({ ready: true });
  const work = keepWorking(env.JOBS === "on");
  const stop = () =>
    void Promise.all([close(server), work.stop()])
      .then(() => events.stop())
      .then(() => front.stop())
      .then(() => app.close())
      .finally(() => process.exit(0));
  process.once("SIGTERM", stop).once("SIGINT", stop);
}

/** What is made for one request alone is compressed lightly: it is read once. */
const compress = compression({
  level: 4,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
});

/** Streams of events, the API, pages that are being read for many readers at once, files, and Next for the rest. */
function dispatch(events: Events, front: Front, handle: Handler): Handler {
  const files = openFiles();
  return async (request, response) => {
    if (await events.answer(request, response)) return;
    if (asksForApi(request)) return answerApi(request, response);
    if (await front.answer(request, response)) return;
    await new Promise<void>((resolve, reject) => {
      response.once("close", resolve);
      files(request, response, () =>
        compress(request as never, response as never, () => {
          handle(request, response).then(resolve, reject);
        }),
      );
    });
  };
}

/** What happens to every request before anything else sees it. */
function guarded(handle: Handler): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    setLeastHeaders(request, response);
    if (shutdownSignal().aborted) response.setHeader("Connection", "close");
    dropUntrustedHeaders(request, env.TRUST_PROXY);
    nameClientAddress(request);
    if (refuseUnreadableAddress(request, response)) return;
    if (announcesTooMuch(request)) return refuseBody(request, response);
    countBody(request, () => refuseBody(request, response));
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent || request.destroyed) return response.destroy();
      console.error(error);
      response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("Something went wrong. Try again in a moment.\n");
    });
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // Browsers try 127.0.0.1 for "localhost" on every system; ::1 alone would miss some.
    server.listen(env.PORT, env.HOST === "localhost" ? "127.0.0.1" : env.HOST, resolve);
  });
}

/** Takes no more connections, lets requests finish, and after ten seconds cuts what is left. */
function close(server: Server): Promise<void> {
  beginShutdown();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), longestGoodbye);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
