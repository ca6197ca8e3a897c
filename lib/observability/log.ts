import "server-only";
import { randomUUID } from "node:crypto";
import pino from "pino";
import { env } from "@/lib/env";
import { processWide } from "@/lib/shared/process-wide";

/** JSON lines to standard output; secrets never reach them. */
export const log = processWide("log", () =>
  pino({
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["password", "*.password", "token", "*.token", "authorization", "cookie", "*.cookie"],
  }),
);

/**
 * Logs an unexpected error under a reference number that may be shown to the person.
 * @returns the reference, eight characters.
 */
export function logUnexpected(error: unknown, where: string): string {
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, where, err: error }, "unexpected error");
  return reference;
}
