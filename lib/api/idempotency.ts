import { createHash } from "node:crypto";
import type { Context } from "hono";
import { DomainError } from "@/lib/shared/errors";

/**
 * The submission key of a request with an Idempotency-Key: a UUID (version 8) made from the key and
 * the path, so that sending the same request again makes one thing.
 *
 * @throws DomainError INVALID_INPUT when the header is longer than 255 characters
 */
export function submissionKeyOf(c: Context): string | undefined {
  const key = c.req.header("idempotency-key");
  if (!key) return undefined;
  if (key.length > 255) throw new DomainError("INVALID_INPUT");
  const hex = createHash("sha256").update(`${c.req.path}\n${key}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
