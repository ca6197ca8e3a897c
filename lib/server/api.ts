import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { api } from "@/lib/api/app";

const prefix = "/api/v1/";

/** Whether this request is for the API, which is answered here without Next. */
export function asksForApi({ url = "/" }: IncomingMessage): boolean {
  return url.startsWith(prefix);
}

/** Answers a request below /api/v1. */
export const answerApi: (request: IncomingMessage, response: ServerResponse) => Promise<void> =
  getRequestListener((request) => api.fetch(request), { overrideGlobalObjects: false });
