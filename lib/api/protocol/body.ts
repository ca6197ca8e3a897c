import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ApiEnv } from "../context";
import { protocolProblem } from "../problem";
import { isRead } from "./headers";

/** In bytes. */
const largest = 1024 * 1024;

const counts = bodyLimit({
  maxSize: largest,
  onError: (c) => protocolProblem("BODY_TOO_LARGE", c),
});

/**
 * Refuses a body that is too large. One whose length is announced is judged by that, untouched:
 * to look at it would make a stream of every small body.
 */
export const limitsBody: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (isRead(c.req.method)) return next();
  const length = c.req.header("content-length");
  if (length === undefined || c.req.header("transfer-encoding")) return counts(c, next);
  return Number(length) > largest ? protocolProblem("BODY_TOO_LARGE", c) : next();
};
