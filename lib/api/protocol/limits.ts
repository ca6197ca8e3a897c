import type { Context, MiddlewareHandler } from "hono";
import { clientNetwork } from "@/lib/accounts/client-address";
import { limitHere } from "@/lib/limits/limit";
import { watchLimits, type Counted } from "@/lib/limits/watch";
import type { ApiEnv } from "../context";
import { isRead } from "./headers";

/** Votes have a limit of their own, in their command, and pass by everything else. */
const votes = /\/vote$/;

/** Counts a request by network, before anybody asks who sends it, and reports every limit it meets. */
export const limitsNetwork: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const counted: Counted[] = [];
  await watchLimits(counted, async () => {
    if (!votes.test(c.req.path)) {
      const network = networkOf(c);
      await limitHere("network", network);
      if (!isRead(c.req.method)) await limitHere("network-writes", network);
    }
    await next();
  }).finally(() => report(c, counted));
};

/** Counts a request by person. */
export const limitsPerson: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const viewer = c.get("viewer");
  if (viewer && !votes.test(c.req.path)) await limitHere("person", viewer.id);
  return next();
};

type NodeBindings = { incoming?: { socket?: { remoteAddress?: string } } };

/** Behind a proxy what it says, otherwise the other end of the connection. */
export function networkOf(c: Context): string {
  const headers = c.req.raw.headers;
  const address = (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress;
  if (headers.has("x-forwarded-for") || !address) return clientNetwork(headers);
  return clientNetwork(new Headers({ "x-forwarded-for": address }));
}

/**
 * RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-10) for each limit that was
 * counted; the three older fields, which more programs know, for the one that is nearest its end.
 */
function report(c: Context, counted: readonly Counted[]): void {
  if (counted.length === 0) return;
  const nearest = counted.reduce((one, other) => (share(other) < share(one) ? other : one));
  const list = (item: (one: Counted) => string) => counted.map(item).join(", ");
  c.header(
    "RateLimit-Policy",
    list(({ name, points, duration }) => `"${name}";q=${points};w=${duration}`),
  );
  c.header(
    "RateLimit",
    list(({ name, remaining, reset }) => `"${name}";r=${remaining};t=${reset}`),
  );
  c.header("RateLimit-Limit", String(nearest.points));
  c.header("RateLimit-Remaining", String(nearest.remaining));
  c.header("RateLimit-Reset", String(nearest.reset));
}

function share({ remaining, points }: Counted): number {
  return remaining / points;
}
