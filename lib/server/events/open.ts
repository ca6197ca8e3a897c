import type { IncomingMessage, ServerResponse } from "node:http";
import { live } from "@/lib/live/live";
import { shutdownSignal } from "../shutdown";
import { answerStream } from "./answer";

export type Events = {
  /** @returns true when the request was answered with a stream of events */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  stop: () => Promise<void>;
};

/** The live channel of this server; its streams end as soon as the server is told to stop. */
export function openEvents(): Events {
  const opened = live();
  if (!opened) return { answer: () => Promise.resolve(false), stop: () => Promise.resolve() };
  const { hub, stop } = opened;
  shutdownSignal().addEventListener("abort", () => hub.end(), { once: true });
  return {
    answer: (request, response) =>
      shutdownSignal().aborted ? Promise.resolve(false) : answerStream(hub, request, response),
    stop,
  };
}
