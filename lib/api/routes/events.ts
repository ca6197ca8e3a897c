import { createRoute, z } from "@hono/zod-openapi";
import { live, type Live } from "@/lib/live/live";
import { mayListen, type Listening } from "@/lib/live/may-listen";
import { changeSchema, hereSchema } from "@/lib/live/schema";
import { readableStream } from "@/lib/live/readable-stream";
import { resumeFrom, streamHeaders } from "@/lib/live/wire";
import { DomainError } from "@/lib/shared/errors";
import { networkOf } from "../protocol/limits";
import { router } from "../router";
import { refusalsOf, slugParam } from "../shapes/page";

export const events = router();
events.openAPIRegistry.register("Change", z.object(changeSchema.shape).openapi("Change"));
events.openAPIRegistry.register("Here", z.object(hereSchema.shape).openapi("Here"));

const description = `A stream of Server-Sent Events that stays open.

- change: what is now true of the arguments that something happened to, and whether the debate is open, locked or slow when that has changed (see Change). At most four a second. Its id is where to resume.
- here: how many browsers have a page of the debate open (see Here).
- ended: you are signed out, or your token is worth nothing any more; the stream ends.
- reset: what was missed is more than ten minutes old and no longer there; read the debate anew.

Whoever comes back with Last-Event-ID (browsers do it by themselves) hears what was missed first. A comment is sent every fifteen seconds.`;

events.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/events",
    tags: ["Debates"],
    summary: "What happens in a debate, as it happens",
    description,
    request: {
      params: slugParam,
      query: z.object({
        after: z
          .string()
          .max(20)
          .optional()
          .openapi({ description: "Begin after this event, as Last-Event-ID does." }),
      }),
      headers: z.object({
        "last-event-id": z
          .string()
          .max(20)
          .optional()
          .openapi({ description: "The id of the event that was heard last." }),
      }),
    },
    responses: {
      200: {
        description: "A stream of the events change, here, reset and ended",
        content: { "text/event-stream": { schema: z.string() } },
      },
      ...refusalsOf.reading,
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const { cookie, authorization } = c.req.header();
    const listening = await mayListen(c.req.valid("param").slug, { cookie, authorization });
    if (!listening) throw new DomainError("NOT_FOUND");
    const after = c.req.header("last-event-id") ?? c.req.valid("query").after;
    return new Response(opened(listening, networkOf(c), resumeFrom(after)), {
      headers: streamHeaders,
    }) as never;
  },
);

/** Development and other servers come here; ours has answered before, on the socket itself. */
function opened(listening: Listening, network: string, after: number | null): ReadableStream {
  const open: Live | null = live();
  if (!open) throw new DomainError("UNAVAILABLE");
  if (!open.hub.doors.enter(network)) {
    const retryAfterSeconds = 60;
    const params = { seconds: retryAfterSeconds, minutes: 1 };
    throw new DomainError("TOO_MANY_REQUESTS", { retryAfterSeconds, params });
  }
  return readableStream(open.hub, { ...listening, network }, after);
}
