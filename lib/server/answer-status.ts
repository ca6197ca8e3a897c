import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { processWide } from "@/lib/shared/process-wide";

type Begun = { request: IncomingMessage; response: ServerResponse };

const answering = () => processWide("answering", () => new AsyncLocalStorage<ServerResponse>());

/** From now on a page that is being rendered can say with which status it is answered. */
export function watchAnswers(): void {
  subscribe("http.server.request.start", (begun) => {
    const { request, response } = begun as Begun;
    // To the browser's router a page is data: it would load the whole document anew.
    if (!request.headers.rsc) answering().enterWith(response);
  });
}

/** The page that is being rendered is answered with 404. */
export function answerNotFound(): void {
  const response = answering().getStore();
  if (response && !response.headersSent) response.statusCode = 404;
}
