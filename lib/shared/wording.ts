import { type z } from "zod";
import type { DomainError } from "./errors";

type Translate = (key: string, params?: Record<string, string | number>) => string;

/**
 * What a person reads of a refusal, with the time to wait where there is one.
 * @param translate reads the catalogue's `errors` namespace
 */
export function errorWords(error: DomainError, translate: Translate): string {
  const { params, retryAfterSeconds } = error.details;
  if (error.code === "TOO_MANY_REQUESTS" && retryAfterSeconds !== undefined) {
    return translate("waitFor", { minutes: Math.ceil(retryAfterSeconds / 60) });
  }
  return translate(error.code, params);
}

/** What the words may count; zero where the check did not say. */
const noParams = { min: 0, max: 0, count: 0, over: 0 };

/**
 * zod issues as messages by field name ("sources.0.title"). An issue's message is a code whose
 * words are in the catalogue under `fields.<CODE>`; other messages come from zod's own checks and
 * are replaced by a general sentence.
 *
 * @param translate reads the catalogue's `errors` namespace
 */
export function fieldMessages(error: z.ZodError, translate: Translate): Record<string, string[]> {
  const messages: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    const code = /^[A-Z][A-Z_]+$/.test(issue.message) ? issue.message : "NOT_USABLE";
    const params = { ...noParams, ...(issue.code === "custom" ? issue.params : {}) };
    (messages[field] ??= []).push(translate(`fields.${code}`, params));
  }
  return messages;
}
