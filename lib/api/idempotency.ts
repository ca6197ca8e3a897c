import { createHash } from "node:crypto";
import type { Context } from "hono";

/** What makes a request the same as another one: its key, where it goes and what it says. */
export type Repeated = { key: string; path: string; bodyHash: string };

/**
 * The submission key of a request with an Idempotency-Key: a UUID (version 8) made from what makes
 * the request the same. The thing it makes carries the key, so that a process that dies between
 * writing and answering makes nothing twice.
 */
export function submissionKeyOf(c: Context): string | undefined {
  const repeated = c.get("repeated") as Repeated | undefined;
  if (!repeated) return undefined;
  const { path, key, bodyHash } = repeated;
  const hex = createHash("sha256").update(`${path}\n${key}\n${bodyHash}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
