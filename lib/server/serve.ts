/** The production web server: node:http with what must stand before the pages that Next renders. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { env, siteUrl } from "@/lib/env";
import { answerApi, asksForApi } from "@/lib/server/api";
import { announcesTooMuch, countBody, refuseBody } from "@/lib/server/body-limit";
import { nameClientAddress } from "@/lib/server/client-address";
import { openFiles } from "@/lib/server/files";
import { answerLiveness } from "@/lib/server/liveness";
import { setLeastHeaders } from "@/lib/server/least-headers";
import { openFront, type Front } from "@/lib/server/edition/front";
import { openEvents, type Events } from "@/lib/server/events/open";
import { writeMarks } from "@/lib/auth/seen";
import { openPages, type Pages } from "@/lib/server/pages/open";
import { beginShutdown, shutdownSignal } from "@/lib/server/shutdown";
import { refuseUnreadableAddress } from "@/lib/server/readable-address";
import { dropUntrustedHeaders } from "@/lib/server/untrusted-headers";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const longestGoodbye = 10_000;
/** Below 60 s, proxies would send a request into a connection that is just being closed. */
const patience = { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };

/** Listens on HOST and PORT until SIGTERM or SIGINT; then requests in flight finish first. */
export async function serve(): Promise<void> {
  const pages = openPages(new URL("./pages.mjs", import.meta.url));
  const front = openFront({
    door: pages.door,
    databaseUrl: env.DATABASE_URL,
    host: new URL(siteUrl()).host,
    trustProxy: env.TRUST_PROXY,
  });
  const events = openEvents();
  const others = guarded(dispatch(events, front, pages));
  const server = createServer(patience, (request, response) => {
    // A page in memory carries its own headers and trusts none of the request's.
    if (shutdownSignal().aborted || !front.answerNow(request, response)) others(request, response);
  });
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (!announcesTooMuch(request)) response.writeContinue();
    server.emit("request", request, response);
  });
  await listen(server);
  const stop = () =>
    void close(server)
      .then(() => events.stop())
      .then(() => front.stop())
      .then(() => pages.stop())
      .then(() => writeMarks())
      .finally(() => process.exit(0));
  process.once("SIGTERM", stop).once("SIGINT", stop);
  // Whoever asks for a page meanwhile waits for it.
  await pages.door;
  process.send?.({ ready: true });
}

/** Whether it lives, streams of events, the API, pages that are being read for many readers at once, files, and Next for the rest. */
function dispatch(events: Events, front: Front, pages: Pages): Handler {
  const files = openFiles();
  return async (request, response) => {
    if (answerLiveness(request, response)) return;
    if (await events.answer(request, response)) return;
    if (asksForApi(request)) return answerApi(request, response);
    if (await front.answer(request, response)) return;
    await new Promise<void>((resolve, reject) => {
      response.once("close", resolve);
      files(request, response, () => {
        pages.pass(request, response).catch(reject);
      });
    });
  };
}

/** What happens to every request before anything else sees it. */
function guarded(handle: Handler): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    setLeastHeaders(request, response);
    if (shutdownSignal().aborted) request.headers.connection = "close";
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
