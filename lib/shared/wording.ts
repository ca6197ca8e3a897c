import { type z } from "zod";

type Translate = (key: string, params?: Record<string, string | number>) => string;

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
    const params = issue.code === "custom" ? (issue.params as Record<string, number>) : undefined;
    (messages[field] ??= []).push(translate(`fields.${code}`, params));
  }
  return messages;
}
